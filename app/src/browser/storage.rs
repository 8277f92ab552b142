//! Local storage: settings and saved roles, never a secret.

/// Key of the settings. `public/first-paint.js` reads it too.
pub const SETTINGS: &str = "nanori.settings";
/// Key of the saved roles.
pub const ROLES: &str = "nanori.roles";

/// The stored text; empty where there is none or storage is forbidden.
pub fn read(key: &str) -> String {
    local().and_then(|storage| storage.get_item(key).ok().flatten()).unwrap_or_default()
}

/// Stores `value`; false where the browser does not keep it.
pub fn write(key: &str, value: &str) -> bool {
    local().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// A value that survives the tab's trip to another site and back. Only ever a nonce.
pub fn read_tab(key: &str) -> String {
    tab().and_then(|storage| storage.get_item(key).ok().flatten()).unwrap_or_default()
}

/// Keeps `value` for this tab.
pub fn write_tab(key: &str, value: &str) {
    if let Some(storage) = tab() {
        // A full or forbidden storage only costs the way back after a sign-out.
        let _ = storage.set_item(key, value);
    }
}

fn local() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn tab() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}
