//! In English.

use nanori_profile::{Attribution, CredentialSource, Origin, ProfileError, Severity, What};

use super::super::findings;
use super::{Profiles, resolve, role_and_account};
use crate::state::profiles::{
    intake::IntakeError,
    new_profile::{From, Wrong},
    review::Kind,
};

pub static EN: Profiles = Profiles {
    title: "Profiles",
    lead: "Open your AWS profile files: see what each profile does, under whose name, and why one does not work. Fix them, add to them, take them back.",
    stays_here: "The files are read in this page. They are not sent anywhere, nothing of them is stored, and leaving the page forgets them.",
    open_title: "Open files",
    open_more: "Open files",
    drop: "Drop ~/.aws/config and ~/.aws/credentials here",
    drop_hint: "Also: AWS Extend Switch Roles texts, files with additions of aws-vault, Granted or Leapp, and what aws configure export-credentials prints.",
    choose_files: "Choose files",
    paste: "Paste text instead",
    paste_label: "Text of a file",
    paste_hint: "Shown as dots, since it may hold keys.",
    paste_read: "Read it",
    begin: "No file yet? Begin with an empty one",
    intake_error: |name, error| {
        let what = if name.is_empty() { "The text".to_owned() } else { format!("“{name}”") };
        match error {
            None => format!("{what} is larger than 16 MB or could not be read."),
            Some(IntakeError::Empty) => format!("{what} is empty."),
            Some(IntakeError::Unreadable(ProfileError::NotUtf8 { place, .. })) => {
                format!(
                    "{what} is not UTF-8: line {}, column {}. Save it as UTF-8 and open it again.",
                    place.line, place.column
                )
            }
            Some(_) => format!("{what} holds no profiles, roles or credentials that Nanori knows."),
        }
    },
    unusable_roles: |count| format!("{count} sections named no role that can be used."),
    forget: "Forget these files",
    forgotten: "The files are forgotten.",
    undo: "Undo",
    own_name: "Your session name",
    own_name_hint: "Your IAM user name, as CloudTrail should record it. Signed in, Nanori knows it.",
    view: "What to do",
    view_read: "Understand",
    view_add: "Add profiles",
    view_programs: "Programs",
    sheet_state: |errors, warnings, hints| match (errors, warnings, hints) {
        (0, 0, 0) => "Nothing to report".to_owned(),
        _ => [(errors, "error"), (warnings, "warning"), (hints, "hint")]
            .map(|(n, noun)| counted(n, noun))
            .join(", "),
    },
    sheet_changed: " · changed, not downloaded yet",
    download: "Download",
    download_file: |name| format!("Download {name}"),
    downloaded: "Downloaded.",
    list_title: "Profiles",
    search: "Find a profile",
    found: |count| format!("{count} profiles"),
    more: |count| format!("{count} more: type to find one."),
    overview: "All findings",
    kind: |kind| match kind {
        Kind::Role(_) => kind.role().map_or_else(|| "a role".to_owned(), |role| role_and_account(&role)),
        Kind::Keys => "keys".to_owned(),
        Kind::SignOn => "IAM Identity Center".to_owned(),
        Kind::Process => "a program".to_owned(),
        Kind::Login => "aws login".to_owned(),
        Kind::Settings => "settings only".to_owned(),
    },
    state: |worst| match worst {
        Some(Severity::Error) => "has errors",
        Some(Severity::Warning) => "has warnings",
        Some(Severity::Hint) => "has hints",
        None => "nothing to report",
    },
    pane: "The chosen profile",
    all_profiles: "All profiles",
    overview_title: "All findings",
    overview_hint: "Of both files, the worst first. Choose a profile to see what it does.",
    nothing_found: "Nothing to report: every program reads these files alike, and every profile names somebody.",
    more_places: |count| format!("and {count} more"),
    findings: "Findings",
    no_findings: "Nothing to report.",
    long_term: "A key that never ends lies in your file. Nanori can switch roles with it from this browser, without a file.",
    long_term_link: "Sign in with it",
    cli_refuses: "The AWS CLI refuses to read these files as a whole. The findings say at which line.",
    cli_says: "The AWS CLI refuses this profile",
    resolve_error: resolve::en,
    at_line: |file, line| format!("{file}, line {line}"),
    way_title: "The way to its credentials",
    origin,
    origin_detail,
    assumes: |profile, account| format!("Profile “{profile}” assumes this role in account {account}"),
    nobody: "none: names nobody",
    fact_session: "Session name",
    fact_mfa: "MFA device",
    fact_external_id: "External ID",
    fact_duration: "Lasts",
    duration: |seconds, chained| {
        let seconds = seconds.unwrap_or(3600);
        let time = if seconds % 3600 == 0 {
            format!("{} h", seconds / 3600)
        } else {
            format!("{} min", seconds / 60)
        };
        if chained { format!("{time} (at most 1 h: assumed with a role's credentials)") } else { time }
    },
    record_title: "What CloudTrail will record",
    record_card: |instead| match instead {
        None => "With this profile",
        Some(true) => "Without role_session_name",
        Some(false) => "With your role_session_name",
    },
    recorded: |record| match record {
        Attribution::KeyOwner { access_key_id } => {
            format!("The IAM user that owns the key {access_key_id}, under the user's own name.")
        }
        Attribution::SignedInUser => {
            "A role session that bears the user name of whoever signed in at IAM Identity Center.".to_owned()
        }
        _ => "Whoever owns the credentials that only the machine or the program knows.".to_owned(),
    },
    invented: "Without a name, each tool makes one up. At this moment it would be:",
    table_title: "Where each value comes from",
    table_hint: "As aws configure list shows it, with the profile's other settings. Keys are masked.",
    column_name: "Name",
    column_value: "Value",
    column_type: "Type",
    column_location: "Location",
    not_set: "<not set>",
    known_later: "known once the call is made",
    edit_in: |file| format!("Edit in {file}"),
    edit_whole: |file| format!("Edit {file}"),
    edit_label: |file| format!("Text of {file}"),
    edit_hint: "Checked as you type. Secrets are behind numbered dots: leave these, move them or write over them.",
    too_large_to_edit: "The file is too large to be edited as a whole. Choose a profile and edit its section.",
    new_title: "New profile",
    source_label: "Its credentials come from",
    source: |from| match from {
        From::Profile => "another profile, with your own key (source_profile)",
        From::Environment => "environment variables (Environment)",
        From::Instance => "an EC2 instance (Ec2InstanceMetadata)",
        From::Container => "a container on ECS or EKS (EcsContainer)",
        From::WebIdentity => "a token in a file (web identity)",
        From::Process => "a program (credential_process)",
    },
    source_note: |from| match from {
        From::Profile => {
            "The role is assumed with the keys of that profile; the AWS CLI asks for the MFA code."
        }
        From::Environment => {
            "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY where the program runs, for temporary keys AWS_SESSION_TOKEN too. The Rust SDK takes such keys before any profile. Needs botocore 1.8.1 or later."
        }
        From::Instance => {
            "Attach an instance profile to the instance: its role must be allowed to assume this one. Sessions last at most an hour. Needs botocore 1.8.1 or later."
        }
        From::Container => {
            "The task or pod must have a role, which sets AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or AWS_CONTAINER_CREDENTIALS_FULL_URI. Sessions last at most an hour. Needs botocore 1.8.1 or later."
        }
        From::WebIdentity => {
            "The identity provider's token must lie in the file. MFA, external ID and duration are not forwarded from such a profile."
        }
        From::Process => {
            "The program prints credentials as JSON with Version 1. It is started without a shell."
        }
    },
    role: "Role ARN",
    session_name: "Session name",
    session_name_hint: "The name that CloudTrail records: your IAM user name.",
    name: "Profile name",
    name_hint: "What follows --profile.",
    source_profile: "Source profile",
    source_profile_hint: "The profile that holds your own key.",
    token_file: "Path of the token's file",
    command: "Command",
    command_hint: "With its whole path.",
    mfa: "MFA device",
    external_id: "External ID",
    duration_seconds: "Duration in seconds",
    region: "Region",
    field_wrong: |messages, wrong| match wrong {
        Wrong::Missing => "This is missing.".to_owned(),
        Wrong::Identity(error) => (messages.fields().refused)(error),
        Wrong::Profile(error) => profile_error(error),
    },
    bad_name: "A profile name has 1 to 128 letters, digits or - _ / . % @ : +.",
    add: "Add",
    added: |name| format!("{name} is added. See the changes and make them."),
    from_saved: "From your saved roles",
    from_imported: "From the opened file of another tool",
    which_roles: "Which roles",
    add_chosen: "Add the chosen ones",
    added_many: |count| format!("{count} profiles are added. See the changes and make them."),
    not_made: |count| {
        format!("{count} of them could not be written as a profile that every SDK reads alike.")
    },
    managed_title: "Profiles that Nanori manages",
    managed_hint: "They stand in a block of their own in the config file. Everything outside of it stays as it is, byte for byte.",
    managed_none: "None yet.",
    remove: |name| format!("Remove {name}"),
    broken_block: "The marks of the managed block in the config file do not pair. Edit the file so that there is one beginning and one end.",
    no_change: "The file is already like this.",
    clash: |name, line| {
        format!("“{name}” stands in line {line} of your file already. What shall happen to the new one?")
    },
    clash_rename: "Give it another name",
    clash_leave: "Leave it out",
    diff_title: "Changes of ~/.aws/config",
    lines_skipped: |count| format!("… {count} lines …"),
    make_changes: "Make these changes",
    make_changes_hint: "Here in the page; then download the file.",
    merged: "The changes are made. Download the file to use it.",
    programs_title: "A program that assumes a role",
    programs_hint: "It renews the session by itself and prints who it is.",
    for_whom: "Who runs it",
    for_person: "A person",
    for_service: "A service",
    application: "Name of the application",
    application_hint: "The session name: the same at every start, so that CloudTrail can be searched by it. Never a random one.",
    language: "Language",
    program: "The program",
    program_waits: "Fill in role and name to see the program.",
    packages: |names| format!("Needs: {names}"),
    elsewhere_title: "In other programs",
    difference: |what| match what {
        What::Refuses(why) => format!("Refuses the profile: {}.", findings::en::refusal(why.code())),
        What::Resolves => "Takes credentials from it.".to_owned(),
        What::OtherOrigin => "Takes its first credentials from another place.".to_owned(),
        What::OtherRoles => "Assumes other roles.".to_owned(),
        What::PassesOver(key) => format!("Passes over {key}."),
        What::SendsOther(key) => format!("Sends another {key}."),
        _ => "Goes another way.".to_owned(),
    },
    no_difference: "As the AWS CLI does.",
    picture_title: "The two accounts",
    picture_account: |account| {
        account.map_or_else(|| "Account of the caller".to_owned(), |account| format!("Account {account}"))
    },
    picture_caller: |service| {
        if service { "The application's own credentials" } else { "You, with your own key" }
    },
    picture_allowed: "An identity policy here allows sts:AssumeRole on the role.",
    picture_trust: "Its trust policy lets the caller in, under this name.",
    picture_trust_link: "Write it",
    picture_trail: "CloudTrail there records:",
    copy: "Copy",
    copied: "Copied.",
};

fn origin(origin: &Origin) -> String {
    match origin {
        Origin::Static { profile, .. } => format!("Keys of profile “{profile}”"),
        Origin::Source { source, .. } => source_name(*source).to_owned(),
        Origin::Process { .. } => "A program".to_owned(),
        Origin::Sso { role_name, account_id, .. } => {
            format!("IAM Identity Center: {role_name} in {account_id}")
        }
        Origin::WebIdentity { role_arn, .. } => format!("A token of an identity provider, for {role_arn}"),
        Origin::Login { .. } => "A console sign-in by aws login".to_owned(),
        Origin::Environment => source_name(CredentialSource::Environment).to_owned(),
        Origin::Container => source_name(CredentialSource::EcsContainer).to_owned(),
        Origin::Instance => source_name(CredentialSource::Ec2InstanceMetadata).to_owned(),
        _ => "No credentials in these files".to_owned(),
    }
}

const fn source_name(source: CredentialSource) -> &'static str {
    match source {
        CredentialSource::Environment => "Variables of the environment",
        CredentialSource::EcsContainer => "The role of the container",
        CredentialSource::Ec2InstanceMetadata => "The role of the EC2 instance",
    }
}

fn origin_detail(origin: &Origin) -> String {
    match origin {
        Origin::Static { access_key_id, file, .. } => format!("{access_key_id} in {}", file.default_path()),
        Origin::Source { profile, .. } => {
            format!("Named by credential_source of profile “{profile}”; taken for granted here")
        }
        Origin::Process { profile } => format!("credential_process of profile “{profile}” prints them"),
        Origin::Sso { session: Some(session), .. } => format!("After aws sso login --sso-session {session}"),
        Origin::Sso { profile, .. } => format!("After aws sso login --profile {profile}"),
        Origin::WebIdentity { token_file, .. } => format!("The token lies in {token_file}"),
        Origin::Login { session, .. } => session.clone(),
        Origin::Nothing => {
            "Programs go on looking: in the environment, in a container, on an EC2 instance.".to_owned()
        }
        _ => String::new(),
    }
}

fn profile_error(error: &ProfileError) -> String {
    match error {
        ProfileError::Name => EN.bad_name.to_owned(),
        ProfileError::Unquotable { .. } => {
            "This holds a character that not every SDK reads alike in a profile file.".to_owned()
        }
        ProfileError::Conflict { name: "source_profile", .. } => {
            "A profile cannot be its own source here.".to_owned()
        }
        ProfileError::Conflict { name: "duration_seconds", .. } => {
            "With credentials of a role, AWS allows at most 3600 seconds.".to_owned()
        }
        ProfileError::Conflict { with: "terraform", .. } => {
            "Terraform cannot ask for an MFA code. Leave the device out, or sign in before.".to_owned()
        }
        ProfileError::Conflict { with, .. } => format!("This cannot be used with {with}."),
        _ => "This cannot be written.".to_owned(),
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
