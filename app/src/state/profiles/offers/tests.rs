use super::{Common, Offer, profile_name};
use crate::state::saved_role::SavedRole;

fn common() -> Common {
    Common {
        session_name: "work_api".parse().unwrap(),
        source_profile: "default".parse().unwrap(),
        mfa_serial: None,
        region: Some("ap-northeast-1".parse().unwrap()),
    }
}

#[test]
fn a_saved_role_becomes_a_profile_of_its_own_partition() {
    let saved = SavedRole {
        label: "Billing (read only)".into(),
        ..SavedRole::new("arn:aws-us-gov:iam::222222222222:role/billing".parse().unwrap())
    };
    let generated = Offer::saved(&saved).generate(&common()).unwrap();
    assert_eq!(
        generated.section,
        "[profile Billing--read-only]\nrole_arn = arn:aws-us-gov:iam::222222222222:role/billing\nsource_profile = default\n\
         role_session_name = work_api\nregion = us-gov-west-1\n"
    );
}

#[test]
fn names_become_ones_that_every_sdk_reads() {
    assert_eq!(profile_name(" 本番 admin "), "admin");
    let japanese = SavedRole {
        label: "本番".into(),
        ..SavedRole::new("arn:aws:iam::222222222222:role/admin".parse().unwrap())
    };
    assert_eq!(Offer::saved(&japanese).name, "admin-222222222222");
}
