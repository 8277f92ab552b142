//! AWS profile files and credentials as text: read, checked, explained, generated and handed over.
//!
//! Text in, values out, and back. Nothing here does I/O, reads a clock or an environment, or calls AWS. Text for people
//! is not made here either: what is wrong is a code with a place and parameters. The one exception is botocore's own
//! error text, which is what a person sees in the terminal.

mod check;
mod document;
mod error;
mod explain;
mod generate;
mod handover;
pub mod import;
mod known_keys;
mod location;
mod merge;
mod name_map;
mod paste;
mod place;
mod profile_name;
pub mod quote;
pub mod reader;
mod resolve;
mod snippet;

pub use check::{CheckCode, Diagnosis, Files, Fix, Person, Severity, check, check_loaded};
pub use document::{Document, Edit, FileKind};
pub use error::ProfileError;
pub use explain::{Attribution, Row, Tool, Where, explain};
pub use generate::{CredentialSource, RoleProfile, Source, process_profile};
pub use handover::{Handover, HandoverForm};
pub use location::{Environment, Location, Platform};
pub use merge::{Clash, Diff, Generated, Line, Merge};
pub use paste::{FoundCredentials, PasteCode, PasteProblem, Pasted, paste};
pub use place::Place;
pub use profile_name::ProfileName;
pub use resolve::{
    Chain, Difference, Hop, Origin, ResolveError, Sdk, SdkRefusal, Surroundings, What, differences, resolve,
};
pub use snippet::{Language, Snippet};
