//! One profile explained: the way to its credentials or why there is none, its table, and what CloudTrail will record.

#[cfg(test)]
mod tests;

use nanori_identity::Timestamp;
use nanori_profile::reader::python::Loaded;
use nanori_profile::{
    Attribution, Chain, Diagnosis, Difference, Environment, FileKind, Files, Fix, Place, ResolveError, Row,
    Surroundings, Tool, differences, explain, resolve,
};

/// What is shown of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Its name.
    pub name: String,
    /// What the AWS CLI makes of it.
    pub outcome: Outcome,
    /// The lines of `aws configure list`, and more; none without credentials.
    pub rows: Vec<Row>,
    /// Where SDKs make something else of it.
    pub elsewhere: Vec<Difference>,
}

/// What the AWS CLI makes of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Credentials.
    Way(Way),
    /// An error.
    Refused(Refused),
    /// Nothing: it refuses the files.
    Unread,
}

/// A way that ends at credentials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The roles and where they begin.
    pub chain: Chain,
    /// What CloudTrail will record.
    pub record: Attribution,
    /// What each tool would make up without a session name: only for role sessions.
    pub invented: Vec<(Tool, Attribution)>,
}

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Botocore's error.
    pub error: ResolveError,
    /// The line that causes it.
    pub at: Option<(FileKind, Place)>,
    /// How to put it right.
    pub fix: Option<Fix>,
}

impl Chosen {
    /// Explains the profile `name` of files that the AWS CLI reads as `loaded`, and of which the check says `diagnoses`.
    pub fn of(
        files: &Files<'_>,
        loaded: Option<&Loaded<'_>>,
        diagnoses: &[Diagnosis],
        name: &str,
        now: Timestamp,
    ) -> Self {
        let name = name.to_owned();
        let Some(loaded) = loaded else {
            return Self { name, outcome: Outcome::Unread, rows: Vec::new(), elsewhere: Vec::new() };
        };
        let elsewhere = differences(files, loaded, &name);
        match way(files, loaded, &name, now) {
            Ok((way, rows)) => Self { name, outcome: Outcome::Way(way), rows, elsewhere },
            Err(error) => {
                let outcome = Outcome::Refused(refused(diagnoses, error));
                Self { name, outcome, rows: Vec::new(), elsewhere }
            }
        }
    }
}

fn way(
    files: &Files<'_>,
    loaded: &Loaded<'_>,
    name: &str,
    now: Timestamp,
) -> Result<(Way, Vec<Row>), ResolveError> {
    let nothing = Environment::default();
    // What only the machine knows is taken for granted where the profile asks for it, and nowhere else.
    let names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_CONTAINER_CREDENTIALS_FULL_URI"];
    let everything: Environment = names.into_iter().map(|name| (name, "…")).collect();
    let bare = Surroundings { profile: Some(name), environment: &nothing, instance: false };
    let rich = Surroundings { profile: Some(name), environment: &everything, instance: true };
    let (surroundings, chain) = match resolve(loaded, &bare) {
        Err(ResolveError::EmptyCredentialSource { .. }) => (rich, resolve(loaded, &rich)?),
        outcome => (bare, outcome?),
    };
    let rows = explain(files, loaded, &surroundings, &chain);
    let record = Attribution::of(&chain, Tool::Botocore, now);
    Ok((Way { record, invented: invented(&chain, now), chain }, rows))
}

/// What each tool would record if the last role had no session name.
fn invented(chain: &Chain, now: Timestamp) -> Vec<(Tool, Attribution)> {
    let mut nameless = chain.clone();
    let Some(hop) = nameless.hops.first_mut() else { return Vec::new() };
    hop.session_name = None;
    Tool::ALL.into_iter().map(|tool| (tool, Attribution::of(&nameless, tool, now))).collect()
}

/// The check found the same, with its place and a fix.
fn refused(diagnoses: &[Diagnosis], error: ResolveError) -> Refused {
    let rule = ("rule", error.code().to_owned());
    let cause = error.cause().map(|(name, _)| name);
    let diagnosis = diagnoses
        .iter()
        .find(|diagnosis| diagnosis.profile.as_deref() == cause && diagnosis.parameters.contains(&rule));
    let (at, fix) = diagnosis
        .map(|diagnosis| ((diagnosis.file, diagnosis.place), diagnosis.fix.clone()))
        .map_or((None, None), |(at, fix)| (Some(at), fix));
    Refused { error, at, fix }
}
