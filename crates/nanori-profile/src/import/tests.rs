use insta::assert_snapshot;
use proptest::prelude::*;

use super::{Imported, profiles, switch_roles};
use crate::Document;
use crate::reader::reference;

fn show(imported: &Imported) -> String {
    let roles = imported.roles.iter().map(|role| {
        format!(
            "{} {} source={} region={} for={} mfa={} color={} at {}\n",
            role.name,
            role.role_arn,
            role.source_profile.as_deref().unwrap_or("-"),
            role.region.as_ref().map_or("-", |region| region.as_str()),
            role.duration.map_or(0, nanori_identity::SessionDuration::seconds),
            role.mfa_serial.as_ref().map_or("-", |serial| serial.as_str()),
            role.color.as_deref().unwrap_or("-"),
            role.place,
        )
    });
    let problems = imported
        .problems
        .iter()
        .map(|problem| format!("! {} {} at {}\n", problem.name, problem.code, problem.place));
    roles.chain(problems).collect()
}

#[test]
fn extend_switch_roles() {
    let text = "; roles of the team\n[base]\naws_account_id = 111111111111\ntarget_role_name = developer\n\
        target_region = ap-northeast-1\n\n[profile prod]\nrole_arn = arn:aws-cn:iam::222222222222:role/team/a=b ; read\n\
        color = #FF0000 # red\nregion=cn-north-1\n\n[stage]\naws_account_id = 333333333333\nsource_profile = base\n\
        color = 00ff7f\n\n[path]\naws_account_id = 333333333333\nrole_name = team/admin\n\n[bad]\naws_account_id = 12\n\
        role_name = x\n[lonely]\naws_account_id = 333333333333\nsource_profile = nowhere\n";
    assert_snapshot!(show(&switch_roles(&Document::new(text))), @r#"
    prod arn:aws-cn:iam::222222222222:role/team/a=b source=- region=cn-north-1 for=0 mfa=- color=ff0000 at 7:1
    stage arn:aws:iam::333333333333:role/developer source=base region=ap-northeast-1 for=0 mfa=- color=00ff7f at 12:1
    path arn:aws:iam::333333333333:role/team/admin source=- region=- for=0 mfa=- color=- at 17:1
    ! bad import.bad-account at 21:1
    ! lonely import.no-role at 24:1
    "#);
}

#[test]
fn config_files_of_other_tools() {
    let text = "[profile shared]\nregion = eu-west-1\nmfa_serial = arn:aws:iam::111111111111:mfa/work_api\n\
        include_profile = loop\n[profile loop]\ninclude_profile = shared\nduration_seconds = 7200\n\
        [profile prod]\ninclude_profile = shared\nrole_arn = arn:aws:iam::222222222222:role/admin\n\
        source_profile = shared\ngranted_color = 336699\n[profile broken]\nrole_arn = nonsense\n";
    let document = Document::new(text);
    let read = reference::read(Some(&document), None).unwrap();
    assert_snapshot!(show(&profiles(&document, &read)), @r#"
    prod arn:aws:iam::222222222222:role/admin source=shared region=eu-west-1 for=7200 mfa=arn:aws:iam::111111111111:mfa/work_api color=336699 at 8:1
    ! broken import.bad-role-arn at 13:1
    "#);
}

proptest! {
    #[test]
    fn any_text(text in "((\\[(profile )?[ab]\\]|(role_arn|aws_account_id|role_name|source_profile) = (\\PC{0,30}|[ab]))\n){0,10}") {
        let imported = switch_roles(&Document::new(&text));
        prop_assert!(imported.roles.len() <= text.matches('[').count());
    }
}
