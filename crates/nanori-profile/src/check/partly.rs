//! Keys that only some programs act on. Each is told once, at its first place: what is to be known of it is the same in
//! every profile.

use nanori_identity::MfaSerial;

use super::{CheckCode, Findings};
use crate::FileKind;
use crate::reader::Profile;
use crate::resolve::{assumes_role, python_int};

/// A key that is worth a line, and who acts on it.
///
/// Left out are keys whose name says whose they are (`cli_pager`), that only change how a program looks or retries, and
/// those that a rule of its own tells of (`aws_security_token`). Sources: botocore's `configprovider` and `credentials`,
/// the profile providers of the SDKs for JavaScript and Rust, aws-vault's `config.go`, Granted's `credential-process`.
struct Key {
    name: &'static str,
    by: &'static str,
    not_by: &'static str,
}

const CLI: &str = "aws-cli";
const SDKS: &str = "javascript, rust";
const EVERYBODY: &str = "aws-cli, javascript, rust";

const KEYS: [Key; 8] = [
    Key { name: "mfa_serial", by: "aws-cli, javascript", not_by: "rust" },
    Key { name: "duration_seconds", by: "aws-cli, javascript", not_by: "rust" },
    Key { name: "ca_bundle", by: CLI, not_by: SDKS },
    Key { name: "include_profile", by: "aws-vault", not_by: EVERYBODY },
    Key { name: "mfa_process", by: "aws-vault", not_by: EVERYBODY },
    Key { name: "source_identity", by: "aws-vault", not_by: EVERYBODY },
    Key { name: "session_tags", by: "aws-vault", not_by: EVERYBODY },
    Key { name: "granted_sso_start_url", by: "granted", not_by: EVERYBODY },
];

/// The keys met so far.
#[derive(Default)]
pub(super) struct Partly {
    met: [Option<Met>; KEYS.len()],
}

struct Met {
    profile: String,
    file: FileKind,
    offset: usize,
    profiles: usize,
}

impl Partly {
    pub(super) fn look_at(&mut self, profile: &Profile<'_>) {
        for setting in &profile.settings {
            let key = setting.entry.key.as_ref();
            let Some(place) = KEYS.iter().position(|known| known.name == key) else { continue };
            let matters = match key {
                "mfa_serial" => assumes_role(profile) && setting.value().parse::<MfaSerial>().is_ok(),
                // An hour is what AWS gives without it.
                "duration_seconds" => {
                    let seconds = python_int(setting.value()).filter(|seconds| *seconds != 3_600);
                    assumes_role(profile) && seconds.is_some_and(|seconds| (900..=43_200).contains(&seconds))
                }
                // Granted's own credential process reads it for everybody.
                "granted_sso_start_url" => !profile.has("credential_process"),
                _ => true,
            };
            let Some(met) = self.met.get_mut(place).filter(|_| matters) else { continue };
            let met = met.get_or_insert_with(|| Met {
                profile: profile.name.clone(),
                file: setting.file,
                offset: setting.entry.offset,
                profiles: 0,
            });
            met.profiles = met.profiles.saturating_add(1);
        }
    }

    pub(super) fn tell(self, found: &mut Findings<'_>) {
        for (key, met) in KEYS.iter().zip(self.met) {
            let Some(met) = met else { continue };
            if let Some(diagnosis) = found.add(CheckCode::ReadBySome, met.file, met.offset) {
                diagnosis.about(&met.profile).with("key", key.name).with("by", key.by);
                diagnosis.with("not-by", key.not_by).with("profiles", met.profiles.to_string());
            }
        }
    }
}
