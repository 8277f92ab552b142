use super::{Language, Settings, Theme};

#[test]
fn the_stored_form_is_what_the_first_paint_script_reads() {
    let settings = Settings {
        language: Some(Language::Ja),
        theme: Theme::Dark,
        idle_minutes: 30,
        ..Settings::default()
    };
    let stored = settings.to_stored();
    assert_eq!(
        stored,
        r#"{"language":"ja","theme":"dark","idleMinutes":30,"multiSession":true,"defaultRegion":""}"#
    );
    assert_eq!(Settings::from_stored(&stored), settings);
}

#[test]
fn unreadable_settings_are_the_defaults() {
    for stored in ["", "{", "[]", "null", r#"{"theme":"sepia"}"#] {
        assert_eq!(Settings::from_stored(stored), Settings::default(), "{stored}");
    }
}

#[test]
fn an_idle_time_that_is_not_offered_becomes_the_default() {
    assert_eq!(Settings::from_stored(r#"{"idleMinutes":525600}"#).idle_minutes, 15);
    assert_eq!(Settings::from_stored(r#"{"idleMinutes":0}"#).idle_minutes, 15);
    assert_eq!(Settings::from_stored(r#"{"idleMinutes":60}"#).idle_minutes, 60);
}

#[test]
fn the_browser_decides_until_a_language_is_chosen() {
    let settings = Settings::default();
    assert_eq!(settings.spoken("ja-JP"), Language::Ja);
    assert_eq!(settings.spoken("JA"), Language::Ja);
    assert_eq!(settings.spoken("fr"), Language::En);
    assert_eq!(settings.spoken(""), Language::En);
    let chosen = Settings { language: Some(Language::En), ..settings };
    assert_eq!(chosen.spoken("ja-JP"), Language::En);
}
