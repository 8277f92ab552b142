//! Which files and which profile a program uses, from its environment.
//!
//! The environment is an argument; `~` is the caller's affair only where no variable names a home.

/// Environment variables as the caller knows them.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Environment {
    variables: Vec<(String, String)>,
}

/// Which rules for the home directory hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Platform {
    /// Linux, macOS and other Unix systems.
    Unix,
    /// Windows.
    Windows,
}

/// The two files and the profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// Path of the config file.
    pub config: String,
    /// Path of the credentials file.
    pub credentials: String,
    /// `AWS_PROFILE`, else `default`.
    pub profile: String,
}

impl Environment {
    /// The value of a variable that is set, be it empty.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.variables.iter().rfind(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value of a variable that is set and not empty.
    #[must_use]
    pub fn filled(&self, name: &str) -> Option<&str> {
        self.value(name).filter(|value| !value.is_empty())
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Environment {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(variables: I) -> Self {
        Self { variables: variables.into_iter().map(|(name, value)| (name.into(), value.into())).collect() }
    }
}

/// Shows names only: an environment may hold keys.
impl core::fmt::Debug for Environment {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_set().entries(self.variables.iter().map(|(name, _)| name)).finish()
    }
}

impl Location {
    /// The location that an environment means on a platform, as the SDKs agree on it.
    #[must_use]
    pub fn of(environment: &Environment, platform: Platform) -> Self {
        let separator = match platform {
            Platform::Unix => '/',
            Platform::Windows => '\\',
        };
        let windows = || match environment.filled("USERPROFILE") {
            Some(home) => Some(home.to_owned()),
            None => Some(format!("{}{}", environment.filled("HOMEDRIVE")?, environment.filled("HOMEPATH")?)),
        };
        let home = match (environment.filled("HOME"), platform) {
            (Some(home), _) => Some(home.to_owned()),
            (None, Platform::Windows) => windows(),
            (None, Platform::Unix) => None,
        };
        let home = home.unwrap_or_else(|| "~".to_owned());
        let file = |variable: &str, name: &str| {
            let default = || format!("{home}{separator}.aws{separator}{name}");
            environment.filled(variable).map_or_else(default, str::to_owned)
        };
        Self {
            config: file("AWS_CONFIG_FILE", "config"),
            credentials: file("AWS_SHARED_CREDENTIALS_FILE", "credentials"),
            profile: environment.filled("AWS_PROFILE").unwrap_or("default").to_owned(),
        }
    }
}
