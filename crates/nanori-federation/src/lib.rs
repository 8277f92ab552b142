//! The AWS console for temporary credentials: sign-in token, login, logout, where it leads, and how long it lasts.
//!
//! Credentials go to AWS in the body of a POST ([`OpenConsole`]), the sign-in token goes to the browser as fields of a
//! form ([`Login`]): no URL holds a secret unless somebody asks for a link. Nothing here does I/O or reads a clock.
//! Source: IAM user guide, "Enable custom identity broker access to the AWS console".
//!
//! ```
//! use nanori_federation::{ConsolePage, DeepLink, Destination, Issuer, OpenConsole, SigninEndpoint, Step};
//! use nanori_identity::{Credentials, Origin, Region};
//!
//! let endpoint = SigninEndpoint::regional("eu-west-1".parse::<Region>()?);
//! let portal: Origin = "https://portal.example.com".parse()?;
//! let link = DeepLink::to("arn:aws:iam::222222222222:role/admin_role".parse()?);
//! let console = OpenConsole {
//!     destination: Destination::page(&endpoint, ConsolePage::HOME),
//!     issuer: Issuer::new(&portal, &link),
//!     endpoint,
//!     credentials: Credentials {
//!         access_key_id: "ASIAEXAMPLEEXAMPLE".parse()?,
//!         secret_access_key: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".parse()?,
//!         session_token: Some("TOKEN".parse()?),
//!         expiration: None,
//!     },
//!     session_duration: None,
//! };
//! // A loop of a few lines drives it:
//! let (mut flow, mut step) = console.start()?;
//! # let send = |_: http::Request<Vec<u8>>| http::Response::new(r#"{"SigninToken":"VCQgs5qZZt3Q6fn8Tr5EXAMPLE"}"#);
//! let login = loop {
//!     match step {
//!         Step::Send(request) => step = flow.receive(&send(request))?,
//!         Step::Done(login) => break login,
//!     }
//! };
//! assert_eq!(login.action(), "https://eu-west-1.signin.aws.amazon.com/federation");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod address;
mod console_page;
mod deep_link;
mod destination;
mod duration_plan;
mod endpoint;
mod error;
mod form;
mod login;
mod logout;
mod open_console;
mod signin_token;
mod switch_role_link;

pub use console_page::ConsolePage;
pub use deep_link::{DeepLink, Issuer, Target};
pub use destination::Destination;
pub use duration_plan::{DurationCap, DurationPlan, SignedBy};
pub use endpoint::{FORM_ACTION_SOURCES, SigninEndpoint};
pub use error::FederationError;
pub use login::Login;
pub use logout::Logout;
pub use open_console::{OpenConsole, OpeningConsole, Step};
pub use signin_token::{MAX_ANSWER_SIZE, SigninToken, SigninTokenRequest};
pub use switch_role_link::SwitchRoleLink;
