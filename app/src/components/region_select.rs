//! A choice of region: the regions of one partition with the place each is named after.

use leptos::prelude::*;
use nanori_identity::Partition;

use crate::components::fixed::Fixed;
use crate::{components::field::described_by, context::App, state::regions};

/// A `<select>` of the partition's regions, with an entry for its default. A region that the table lacks is kept.
#[component]
pub fn RegionSelect(
    /// The control's id.
    id: &'static str,
    /// Whose regions.
    partition: Signal<Partition>,
    /// The region's name; empty for the partition's default.
    value: RwSignal<String>,
    /// Offers the regions of every partition, where the partition follows from the region.
    #[prop(optional)]
    all: bool,
) -> AnyView {
    let text = App::current().text;
    let options = move || {
        let partition = partition.get();
        let messages = text.get();
        let chosen = value.get();
        let known: Vec<&str> = if all {
            Partition::ALL.into_iter().flat_map(regions::of).copied().collect()
        } else {
            regions::of(partition).to_vec()
        };
        let unknown =
            (!chosen.is_empty() && !known.contains(&chosen.as_str())).then(|| option(&chosen, &chosen, true));
        let default =
            option("", &(messages.regions().default)(partition.default_region()), chosen.is_empty());
        let rest = known.into_iter().map(|name| {
            let place = (messages.regions().place)(name);
            option(name, &format!("{name} — {place}"), chosen == name)
        });
        std::iter::once(default).chain(unknown).chain(rest).collect::<Vec<AnyView>>()
    };
    view! {
        <select
            id=id
            class="input"
            aria-describedby=described_by(id)
            on:change=move |event| value.set(event_target_value(&event))
        >
            {options}
        </select>
    }
    .fixed()
}

fn option(value: &str, label: &str, selected: bool) -> AnyView {
    view! { <option value=value.to_owned() prop:selected=selected>{label.to_owned()}</option> }.fixed()
}
