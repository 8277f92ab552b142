use super::*;

fn session(arn: &str) -> PortalSession {
    let at = Timestamp::from_unix(1_000_000).unwrap();
    PortalSession::begin(
        arn.parse().unwrap(),
        "AIDAEXAMPLE".parse().unwrap(),
        "AKIAIOSFODNN7EXAMPLE".parse().unwrap(),
        at,
    )
    .unwrap()
}

fn open(session: &PortalSession, after: i64) -> Result<PortalSession, NoSession> {
    let keys = SealingKeys::read("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", None).unwrap();
    let sealed = keys.seal(write(session).as_bytes(), PURPOSE, &[1; 24]).unwrap();
    PortalSession::open(&sealed, &keys, session.began.plus(after))
}

#[test]
fn a_session_survives_sealing() {
    for arn in [
        "arn:aws:iam::111111111111:user/team/work_api",
        "arn:aws:sts::222222222222:assumed-role/jump/work_api",
    ] {
        let session = session(arn);
        assert_eq!(open(&session, 1), Ok(session.clone()));
        assert_eq!(session.name.as_str(), "work_api");
    }
}

#[test]
fn it_ends_by_age_and_by_idleness() {
    let mut session = session("arn:aws:iam::111111111111:user/work_api");
    assert!(open(&session, MAX_IDLE - 1).is_ok());
    assert_eq!(open(&session, MAX_IDLE), Err(NoSession::Idle));
    session.seen = session.began.plus(MAX_AGE - 10);
    assert!(open(&session, MAX_AGE - 1).is_ok());
    assert_eq!(open(&session, MAX_AGE), Err(NoSession::Aged));
}

#[test]
fn a_forged_cookie_is_no_session() {
    let keys = SealingKeys::read("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", None).unwrap();
    let now = Timestamp::from_unix(1_000_000).unwrap();
    assert_eq!(PortalSession::open("", &keys, now), Err(NoSession::Missing));
    for plain in [
        "arn:aws:iam::111111111111:root\n1\nAKIAIOSFODNN7EXAMPLE\n1000000\n1000000",
        "arn:aws:iam::111111111111:user/work_api\nAIDA\nAKIAIOSFODNN7EXAMPLE\n1000000",
        "arn:aws:iam::111111111111:user/work_api\nAIDA\nAKIAIOSFODNN7EXAMPLE\n1000000\n1000000\nmore",
    ] {
        let sealed = keys.seal(plain.as_bytes(), PURPOSE, &[1; 24]).unwrap();
        assert_eq!(PortalSession::open(&sealed, &keys, now), Err(NoSession::Missing), "{plain}");
    }
}

#[test]
fn it_is_refreshed_when_used_but_not_each_time() {
    let session = session("arn:aws:iam::111111111111:user/work_api");
    assert_eq!(session.refreshed(session.seen.plus(59)), None);
    assert_eq!(session.refreshed(session.seen.plus(60)).unwrap().seen, session.seen.plus(60));
}
