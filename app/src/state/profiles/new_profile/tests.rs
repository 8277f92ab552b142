use nanori_profile::Language;

use super::{Field, From, NewProfile};

fn typed() -> NewProfile {
    NewProfile {
        name: "admin".into(),
        role_arn: " arn:aws:iam::222222222222:role/admin_role ".into(),
        session_name: "work_api".into(),
        token_file: "/run/token".into(),
        mfa_serial: "arn:aws:iam::111111111111:mfa/work_api".into(),
        external_id: "partner:42".into(),
        command: "/bin/x".into(),
        ..NewProfile::default()
    }
}

#[test]
fn fields_that_a_source_cannot_use_are_left_out() {
    for from in From::ALL {
        let section = NewProfile { from, ..typed() }.generate().unwrap().section;
        assert_eq!(section.contains("mfa_serial"), from.takes_mfa(), "{from:?}");
        assert_eq!(section.contains("external_id"), from.takes_options(), "{from:?}");
        assert_eq!(section.contains("role_session_name = work_api"), from != From::Process, "{from:?}");
        assert!(section.contains("region = us-east-1"));
    }
}

#[test]
fn every_wrong_field_is_told() {
    let wrong = NewProfile {
        name: "a b".into(),
        role_arn: "x".into(),
        session_name: "".into(),
        region: "y".into(),
        duration: "5".into(),
        ..typed()
    };
    let fields: Vec<_> = wrong.generate().unwrap_err().into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, [Field::Name, Field::Role, Field::Region, Field::SessionName, Field::Duration]);
    let own = NewProfile { source_profile: "admin".into(), ..typed() }.generate().unwrap_err();
    assert_eq!(own[0].0, Field::SourceProfile);
}

#[test]
fn programs_bear_the_name_that_they_are_given() {
    let program = typed().program(Language::Python, "billing-report").unwrap();
    assert!(program.contains("\"billing-report\""));
    assert_eq!(typed().program(Language::Terraform, "billing-report").unwrap_err()[0].0, Field::Mfa);
}
