use nanori_api::{Cause, Problem, ProblemCode};
use nanori_federation::ConsolePage;
use nanori_sts::Cause as StsCause;

use super::Messages;
use crate::state::settings::Language;

const LANGUAGES: [Language; 2] = [Language::En, Language::Ja];

/// Every cause that the STS crate ranks today.
const CAUSES: [StsCause; 35] = [
    StsCause::MfaCodeWrong,
    StsCause::MfaCodeReused,
    StsCause::MfaSerialWrong,
    StsCause::MfaMissing,
    StsCause::TrustPolicyPrincipal,
    StsCause::TrustPolicySessionName,
    StsCause::ExternalIdMissing,
    StsCause::ExternalIdWrong,
    StsCause::SourceIdentityMissing,
    StsCause::SourceIdentityNotAllowed,
    StsCause::SourceIdentityImmutable,
    StsCause::TagSessionNotAllowed,
    StsCause::IdentityPolicyMissing,
    StsCause::IdentityPolicyDenies,
    StsCause::TrustPolicyDenies,
    StsCause::ServiceControlPolicy,
    StsCause::ResourceControlPolicy,
    StsCause::PermissionsBoundary,
    StsCause::SessionPolicy,
    StsCause::RoleMissing,
    StsCause::OtherCondition,
    StsCause::RootUser,
    StsCause::LongTermKeyNeeded,
    StsCause::SecretKeyWrong,
    StsCause::AccessKeyUnknown,
    StsCause::SessionExpired,
    StsCause::ClockBehind,
    StsCause::ClockAhead,
    StsCause::RoleChaining,
    StsCause::RoleMaximum,
    StsCause::PolicyMalformed,
    StsCause::PolicyTooLarge,
    StsCause::RegionNotActive,
    StsCause::TooManyCalls,
    StsCause::AwsFault,
];

#[test]
fn every_cause_has_a_sentence_of_its_own() {
    for language in LANGUAGES {
        let mut said: Vec<String> = CAUSES
            .into_iter()
            .map(|cause| {
                let cause = Cause { code: cause.as_str().to_owned(), params: Default::default() };
                (Messages::of(language).refusal().cause)(&cause).unwrap_or_else(|| panic!("{}", cause.code))
            })
            .collect();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), CAUSES.len());
    }
}

#[test]
fn every_problem_has_a_headline_and_a_next_step() {
    let internal = Problem::new(ProblemCode::Internal, "r");
    // What only a program of another version can run into shares one sentence.
    let shared = [
        ProblemCode::NotFound,
        ProblemCode::MethodNotAllowed,
        ProblemCode::UnsupportedMediaType,
        ProblemCode::MalformedBody,
        ProblemCode::Internal,
    ];
    for language in LANGUAGES {
        let refusal = Messages::of(language).refusal();
        let mut said = Vec::new();
        for code in ProblemCode::ALL.iter().filter(|code| !shared.contains(code)) {
            let problem = Problem::new(*code, "r");
            let headline = (refusal.headline)(&problem);
            assert_ne!(headline, (refusal.headline)(&internal), "{code:?}");
            assert!(!(refusal.steps)(&problem).is_empty(), "{code:?}");
            said.push(headline);
        }
        let count = said.len();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), count);
    }
}

#[test]
fn a_refused_name_says_both_names() {
    let problem =
        Problem::new(ProblemCode::NameNotBound, "r").with("asked", "root_api").with("bound", "work_api");
    for language in LANGUAGES {
        let detail = (Messages::of(language).refusal().detail)(&problem).unwrap();
        assert!(detail.contains("root_api") && detail.contains("work_api"), "{detail}");
    }
}

#[test]
fn every_console_page_has_a_name() {
    for language in LANGUAGES {
        let page = Messages::of(language).switch().page;
        let mut names: Vec<&str> = ConsolePage::ALL.into_iter().map(|known| page(known.id())).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ConsolePage::ALL.len());
    }
}

#[test]
fn counted_things_are_counted_right() {
    let (en, ja) = (Messages::of(Language::En), Messages::of(Language::Ja));
    assert_eq!(((en.shell().minutes)(1), (en.shell().hours)(12)), ("1 minute".into(), "12 hours".into()));
    assert_eq!((ja.shell().idle_left)(1), "あと 1 秒でキーを消去します。");
    assert_eq!((en.roles().matches)(1), "1 role");
}
