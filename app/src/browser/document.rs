//! The document itself: language, colours, title, focus.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::state::settings::{Language, Theme};

/// The id of the field that searches the page's list; the shortcut `/` leads there.
pub const SEARCH: &str = "role-search";

/// The language that the browser prefers.
pub fn browser_language() -> String {
    web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

/// Whether the browser believes itself online.
pub fn online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// The page's own origin, such as `https://nanori.example`.
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// The path of the page's address.
pub fn path() -> String {
    web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// The query of the page's address, without its `?`.
pub fn query() -> String {
    let query = web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    query.trim_start_matches('?').to_owned()
}

/// Sets the `lang` of the document, which fonts and screen readers go by.
pub fn speak(language: Language) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", language.tag());
    }
}

/// Sets or clears the chosen theme.
pub fn paint(theme: Theme) {
    let Some(root) = document().document_element() else { return };
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        Theme::Light => root.set_attribute("data-theme", "light"),
        Theme::Dark => root.set_attribute("data-theme", "dark"),
    };
}

/// Sets the title of the tab.
pub fn entitle(title: &str) {
    document().set_title(&if title.is_empty() { "Nanori".to_owned() } else { format!("{title} · Nanori") });
}

/// Puts the focus on the element of this id, if it is there.
pub fn focus(id: &str) {
    if let Some(element) =
        document().get_element_by_id(id).and_then(|found| found.dyn_into::<HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}

/// Puts the focus on the first field that is marked as invalid within the element of this id.
pub fn focus_first_invalid(id: &str) {
    let found = document()
        .get_element_by_id(id)
        .and_then(|form| form.query_selector("[aria-invalid='true']").ok().flatten())
        .and_then(|found| found.dyn_into::<HtmlElement>().ok());
    if let Some(element) = found {
        let _ = element.focus();
    }
}

/// Whether the focus is in something that takes typing, where single-key shortcuts must not act.
pub fn typing() -> bool {
    document().active_element().is_some_and(|active| {
        matches!(active.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || active.has_attribute("contenteditable")
    })
}

/// Takes the splash that `index.html` shows until the program runs.
pub fn lift_curtain() {
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
}

/// Scrolls to the beginning of the page.
pub fn to_the_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Scrolls the element of this id into view, no further than needed.
pub fn reveal(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Puts the focus on the text field of this id, marks what stands from `start` to `end` (in UTF-16 code units), and brings
/// its line into sight.
pub fn select(id: &str, start: u32, end: u32, line: u32) {
    let found = document().get_element_by_id(id);
    let Some(field) = found.and_then(|found| found.dyn_into::<web_sys::HtmlTextAreaElement>().ok()) else {
        return;
    };
    let _ = field.focus();
    let _ = field.set_selection_range(start, end);
    let lines = i32::try_from(field.value().split('\n').count()).unwrap_or(1).max(1);
    let above = i32::try_from(line).unwrap_or(1) - 4;
    field.set_scroll_top(above.max(0).saturating_mul(field.scroll_height() / lines));
}

/// Opens every closed disclosure in the element of this id that hides an invalid field.
pub fn open_around_invalid(id: &str) {
    let Some(form) = document().get_element_by_id(id) else { return };
    let Ok(found) = form.query_selector_all("details:not([open]):has([aria-invalid='true'])") else { return };
    for place in 0..found.length() {
        if let Some(details) = found.item(place).and_then(|node| node.dyn_into::<web_sys::Element>().ok()) {
            let _ = details.set_attribute("open", "");
        }
    }
}
