use insta::assert_snapshot;
use proptest::prelude::*;

use super::{BEGIN, Diff, END, Generated, Line, Merge};
use crate::{Document, Edit, FileKind};

fn generated(names: &[&str]) -> Vec<Generated> {
    let section = |name: &&str| Generated {
        name: name.parse().unwrap(),
        section: format!("[profile {name}]\nregion = eu-west-1\n"),
    };
    names.iter().map(section).collect()
}

fn show(diff: &Diff) -> String {
    let lines = diff.lines.iter().map(|line| match line {
        Line::Skipped(count) => format!("@ {count}\n"),
        Line::Kept(line) => format!("  {line}\n"),
        Line::Removed(line) => format!("- {line}\n"),
        Line::Added(line) => format!("+ {line}\n"),
    });
    lines.collect()
}

const OWN: &str = "# mine\n[default]\nregion=eu-west-1   # odd\n\n[profile  team]\noutput = json";

#[test]
fn the_block_comes_changes_and_goes() {
    let own = Document::new(OWN);
    let first = Merge::plan(&own, &generated(&["a", "b", "team", "default"])).unwrap();
    let clashes: Vec<_> =
        first.clashes.iter().map(|clash| format!("{} at {}", clash.name, clash.place)).collect();
    assert_eq!(clashes, ["team at 5:1", "default at 2:1"]);
    let merged = first.apply(&own);
    assert_snapshot!(show(&Diff::of(&own, FileKind::Config, &first.edits, 2)), @r#"
    @ 3
      
      [profile  team]
      output = json
    + 
    + # >>> nanori: managed block, replaced as a whole >>>
    + [profile a]
    + region = eu-west-1
    + 
    + [profile b]
    + region = eu-west-1
    + # <<< nanori: managed block <<<
    "#);
    let second = Merge::plan(&merged, &generated(&["a", "c"])).unwrap();
    assert_snapshot!(show(&Diff::of(&merged, FileKind::Config, &second.edits, 2)), @r#"
    @ 5
      output = json
      
      # >>> nanori: managed block, replaced as a whole >>>
      [profile a]
      region = eu-west-1
      
    - [profile b]
    + [profile c]
      region = eu-west-1
      # <<< nanori: managed block <<<
    "#);
    let changed = second.apply(&merged);
    assert_eq!(Merge::plan(&changed, &generated(&["a", "c"])).unwrap().edits, []);
    let gone = Merge::plan(&changed, &[]).unwrap().apply(&changed);
    assert_eq!(gone.text(), format!("{OWN}\n"));
}

#[test]
fn a_block_keeps_its_line_ends_beside_others() {
    for own in ["[default]\r", "[default]\n[a]\r\n", "[default]\r\n[a]\n", "\r"] {
        let own = Document::new(own);
        let merged = Merge::plan(&own, &generated(&["b"])).unwrap().apply(&own);
        assert_eq!(Merge::plan(&merged, &generated(&["b"])).unwrap().edits, [], "{own:?}");
    }
}

#[test]
fn a_broken_block_is_refused() {
    for text in [format!("{BEGIN}\n"), format!("{END}\n"), format!("{BEGIN}\n{END}\n{BEGIN}\n{END}\n")] {
        let error = Merge::plan(&Document::new(&text), &[]).unwrap_err();
        assert_eq!(error.code(), "profile.managed-block");
    }
}

#[test]
fn what_is_managed_is_read_back_and_a_foreign_heading_in_the_block_is_refused() {
    let own = Document::new("[default]\r\nregion = x\r\n");
    let merged = Merge::plan(&own, &generated(&["a", "b"])).unwrap().apply(&own);
    assert_eq!(Merge::managed(&merged).unwrap(), generated(&["a", "b"]));
    assert_eq!(Merge::managed(&own).unwrap(), []);
    let odd = Document::new(&format!("{BEGIN}\n[sso session]\n{END}\n"));
    assert_eq!(Merge::managed(&odd).unwrap_err().code(), "profile.name");
}

#[test]
fn two_edits_of_a_line_are_one_change() {
    let document = Document::new("one\ntwo three\nfour\n");
    let edit = |range, text: &str| Edit { file: FileKind::Config, range, text: text.to_owned() };
    let diff = Diff::of(&document, FileKind::Config, &[edit(4..7, "2"), edit(8..13, "3")], 1);
    assert_snapshot!(show(&diff), @r#"
      one
    - two three
    + 2 3
      four
    "#);
}

proptest! {
    /// Outside of the block every byte stays, and removing the block restores the file but for a last line end.
    #[test]
    fn own_text_stays(text in "((\\[(profile )?[a-d]\\]|# x|k = v| |\\PC{0,5})(\n|\r\n)){0,10}", names in "[a-f]{0,4}") {
        let own = Document::new(&text);
        let mut names: Vec<String> = names.chars().map(String::from).collect();
        names.sort();
        names.dedup();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let plan = Merge::plan(&own, &generated(&names)).unwrap();
        let merged = plan.apply(&own);
        prop_assert!(merged.text().starts_with(own.text()));
        let again = Merge::plan(&merged, &generated(&names)).unwrap();
        prop_assert_eq!(again.edits, []);
        let gone = Merge::plan(&merged, &[]).unwrap().apply(&merged);
        prop_assert_eq!(gone.text(), own.text());
        // The diff holds exactly the new lines.
        let diff = Diff::of(&own, FileKind::Config, &plan.edits, usize::MAX / 4);
        let kept: Vec<_> = diff.lines.iter().filter_map(|line| match line {
            Line::Kept(line) | Line::Added(line) => Some(line.as_str()),
            _ => None,
        }).collect();
        prop_assert_eq!(kept, merged.text().lines().collect::<Vec<_>>());
    }
}
