//! Our own links to a role: they say where to go, show everything first, and never act by themselves.

use core::fmt;

use nanori_identity::{Origin, Region, RoleArn};

use crate::{ConsolePage, Destination, FederationError, SigninEndpoint, address, form};

/// `/switch?role=…&region=…&destination=…`. A link holds no secret and proves nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DeepLink {
    /// Which role.
    pub role: RoleArn,
    /// Which region the console opens in; of the role's partition.
    pub region: Option<Region>,
    /// Which page.
    pub target: Option<Target>,
}

/// A page of the console as a link names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A page by its name, e.g. `s3`.
    Page(ConsolePage),
    /// Any other address. It is not checked before [`Target::resolve`].
    Address(String),
}

impl Target {
    /// A page's name or an address.
    ///
    /// # Errors
    /// [`FederationError::UnknownPage`] for what is neither.
    pub fn read(text: &str) -> Result<Self, FederationError> {
        if let Some(page) = ConsolePage::find(text) {
            return Ok(Self::Page(page));
        }
        if text.contains("://") {
            return Ok(Self::Address(address::plain(text)?.to_owned()));
        }
        Err(FederationError::UnknownPage { id: text.chars().take(64).collect() })
    }

    /// The destination at `endpoint`.
    ///
    /// # Errors
    /// As [`Destination::read`].
    pub fn resolve(&self, endpoint: &SigninEndpoint) -> Result<Destination, FederationError> {
        match self {
            Self::Page(page) => Ok(Destination::page(endpoint, *page)),
            Self::Address(text) => Destination::read(endpoint, text),
        }
    }

    /// The name or the address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Page(page) => page.id(),
            Self::Address(text) => text,
        }
    }
}

impl DeepLink {
    /// The path that the portal serves links under.
    pub const PATH: &'static str = "/switch";

    /// A link to a role and nothing else.
    #[must_use]
    pub const fn to(role: RoleArn) -> Self {
        Self { role, region: None, target: None }
    }

    /// Reads the query of a link, with or without its `?`.
    ///
    /// # Errors
    /// [`FederationError`] for a missing, unknown, doubled or impossible parameter, and for a region of another
    /// partition than the role's: a link that is not wholly understood is not followed.
    pub fn read(query: &str) -> Result<Self, FederationError> {
        let found = query.chars().count();
        let max = 2 * address::MAX_LENGTH;
        if found > max {
            return Err(FederationError::TooLong { found, max });
        }
        let (mut role, mut region, mut target) = (None, None, None);
        for (name, value) in form::decode(query.strip_prefix('?').unwrap_or(query))? {
            match name.as_str() {
                "role" => role = Some(value.parse::<RoleArn>()?),
                "region" => region = Some(value.parse::<Region>()?),
                "destination" => target = Some(Target::read(&value)?),
                _ => return Err(FederationError::UnknownParameter { name: name.chars().take(64).collect() }),
            }
        }
        let role = role.ok_or(FederationError::MissingParameter { name: "role" })?;
        let region = region.map(|region| region.within(role.partition())).transpose()?;
        Ok(Self { role, region, target })
    }

    /// Path and query, to be put after the portal's origin.
    #[must_use]
    pub fn path_and_query(&self) -> String {
        let fields = [
            ("role", Some(self.role.as_str())),
            ("region", self.region.as_ref().map(Region::as_str)),
            ("destination", self.target.as_ref().map(Target::as_str)),
        ];
        let given = fields.into_iter().filter_map(|(name, value)| value.map(|value| (name, value)));
        format!("{}?{}", Self::PATH, form::encode(given))
    }

    /// The region to open, the partition's default if the link names none.
    #[must_use]
    pub fn region_or_default(&self) -> Region {
        self.region.clone().unwrap_or_else(|| Region::default_of(self.role.partition()))
    }
}

/// `Issuer`: where the console sends a person whose session has ended. It is the deep link that opened it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Issuer(String);

impl Issuer {
    /// The whole address of `link` at `portal`.
    #[must_use]
    pub fn new(portal: &Origin, link: &DeepLink) -> Self {
        Self(format!("{portal}{}", link.path_and_query()))
    }

    /// The portal's own address, where no role is known: a console for credentials that a person held already.
    #[must_use]
    pub fn portal(portal: &Origin) -> Self {
        Self(format!("{portal}/"))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Issuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests;
