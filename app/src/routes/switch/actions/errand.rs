//! The errands themselves: check the form, sign, ask the portal, hand over what comes back.

use std::{cell::RefCell, collections::VecDeque, rc::Rc, sync::Arc};

use leptos::{prelude::*, task::spawn_local};
use nanori_api::{ConsoleLogin, ConsoleParts, SwitchOutcome, SwitchResponse};
use nanori_federation::{DurationPlan, SignedBy};
use nanori_identity::{Principal, Region, RoleArn};
use nanori_sts::AssumeRole;

use crate::{
    browser::{
        api::Failure,
        document,
        opening_channel::{self, OpeningChannel, Said},
        tab,
    },
    context::SignedIn,
    portal,
    routes::{
        opening,
        switch::desk::{Desk, Errand, Opened},
    },
    state::granted::{Granted, Held},
};

/// Opens the console of the role on the desk in a new tab. Call it within the click or key press.
pub fn open_console(desk: Desk) {
    let Some(Asked { session, call, region, target }) = prepare(desk) else { return };
    let Some(waiting) = open_tab(desk, &call.role) else { return };
    let console = ConsoleParts {
        region: Some(region.to_string()),
        destination: target,
        session_duration: console_duration(&session, &call),
    };
    desk.errand.set(Some(Errand::Console));
    spawn_local(async move {
        let answer = portal::switch(desk.app, &session, &call, region, Some(console)).await;
        let login = match answer {
            Ok(SwitchResponse { outcome: SwitchOutcome::Console { login }, .. }) => Ok(login),
            Ok(_) => Err(Failure::NotUnderstood),
            Err(failure) => Err(failure),
        };
        finish(desk, &call.role, login, &waiting);
    });
}

/// Opens a console with credentials that are at hand already.
pub fn open_with(desk: Desk, granted: Arc<Granted>) {
    if desk.errand.get_untracked().is_some() {
        return;
    }
    let Some(session) = desk.session() else { return };
    let Ok(target) = desk.target(&granted.role) else { return };
    let Some(waiting) = open_tab(desk, &granted.role) else { return };
    let region = granted.region.clone();
    let console = ConsoleParts {
        region: Some(region.to_string()),
        destination: target.map(|target| target.as_str().to_owned()),
        session_duration: None,
    };
    desk.failure.set(None);
    desk.errand.set(Some(Errand::Console));
    spawn_local(async move {
        let answer =
            portal::console(desk.app, &session, &granted.credentials, &granted.role, region, console).await;
        finish(desk, &granted.role, answer.map(|answer| answer.login), &waiting);
    });
}

/// Asks for the credentials of the role on the desk.
pub fn take_credentials(desk: Desk) {
    let Some(Asked { session, call, region, .. }) = prepare(desk) else { return };
    desk.granted.set(None);
    desk.errand.set(Some(Errand::Credentials));
    spawn_local(async move {
        let answer = portal::switch(desk.app, &session, &call, region.clone(), None).await;
        desk.errand.try_set(None);
        let granted = match answer {
            Ok(SwitchResponse { session, outcome: SwitchOutcome::Credentials { credentials } }) => {
                Granted::read(&credentials, session, call.role.clone(), region)
                    .map_err(|_| Failure::NotUnderstood)
            }
            Ok(_) => Err(Failure::NotUnderstood),
            Err(failure) => Err(failure),
        };
        match granted {
            Ok(granted) => {
                // The person may have gone to another page or role meanwhile.
                if desk.chosen.try_get_untracked().flatten().as_ref() == Some(&call.role) {
                    desk.note_use(&call.role);
                    desk.granted.set(Some(Held::Good(Arc::new(granted))));
                    request_animation_frame(|| document::focus("credentials-title"));
                }
            }
            Err(failure) => {
                desk.failure.try_set(Some(failure));
            }
        }
    });
}

struct Asked {
    session: Arc<SignedIn>,
    call: AssumeRole,
    region: Region,
    target: Option<String>,
}

/// The checked call; or the faults marked, and the first of them in focus.
fn prepare(desk: Desk) -> Option<Asked> {
    if desk.errand.get_untracked().is_some() {
        return None;
    }
    desk.failure.set(None);
    desk.opened.set(None);
    let role = desk.chosen.get_untracked()?;
    let (session, name) = (desk.session()?, desk.session_name()?);
    let target = desk.target(&role);
    let planned = desk.input.with_untracked(|input| input.plan(&role, &name));
    match (planned, target) {
        (Ok(call), Ok(target)) => {
            desk.faults.set(Vec::new());
            let region = desk.used_region(&role);
            Some(Asked { session, call, region, target: target.map(|target| target.as_str().to_owned()) })
        }
        (planned, _) => {
            desk.faults.set(planned.err().unwrap_or_default());
            // On a narrow screen the form may be behind the list; hidden fields are in closed disclosures.
            desk.in_role.set(true);
            request_animation_frame(|| {
                document::open_around_invalid("switch-form");
                document::focus_first_invalid("switch-form");
            });
            None
        }
    }
}

/// What the portal's tab and the opened one still have to say to each other.
#[derive(Default)]
struct Waiting {
    /// The opened tab listens.
    ready: bool,
    /// What it is told, one answer each time it reports.
    answers: VecDeque<Said>,
}

/// Opens the tab at once, so that no browser takes it for an unwanted one; `None` if it was blocked all the same.
fn open_tab(desk: Desk, role: &RoleArn) -> Option<Rc<RefCell<Waiting>>> {
    let waiting = Rc::new(RefCell::new(Waiting::default()));
    let heard = {
        let waiting = waiting.clone();
        move |said: Said| {
            if matches!(said, Said::Ready) {
                let next = {
                    let mut waiting = waiting.borrow_mut();
                    waiting.ready = true;
                    waiting.answers.pop_front()
                };
                if let Some(answer) = next {
                    waiting.borrow_mut().ready = false;
                    opening_channel::say(answer);
                }
            }
        }
    };
    let nonce = tab::nonce()?;
    opening_channel::hold(OpeningChannel::listen(nonce.clone(), heard)?);
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("nonce", &nonce)
        .append_pair("role", role.as_str())
        .finish();
    if tab::open(&format!("{}?{query}", opening::PATH)) {
        return Some(waiting);
    }
    desk.opened.set(Some(Opened::Blocked));
    None
}

fn finish(desk: Desk, role: &RoleArn, login: Result<ConsoleLogin, Failure>, waiting: &Rc<RefCell<Waiting>>) {
    desk.errand.try_set(None);
    let answers = match login {
        Ok(login) => {
            if desk.chosen.try_get_untracked().flatten().as_ref() == Some(role) {
                desk.note_use(role);
                desk.opened.set(Some(Opened::Console {
                    role: role.name().to_owned(),
                    account: role.account().to_string(),
                }));
            }
            answers(&login, desk.app.settings.with_untracked(|settings| settings.multi_session))
        }
        Err(failure) => {
            desk.failure.try_set(Some(failure));
            VecDeque::from([Said::Stop])
        }
    };
    let next = {
        let mut waiting = waiting.borrow_mut();
        waiting.answers = answers;
        if waiting.ready { waiting.answers.pop_front() } else { None }
    };
    if let Some(answer) = next {
        waiting.borrow_mut().ready = false;
        opening_channel::say(answer);
    }
}

/// Without multi-session the opened tab signs out of an older console first and reports once more when it is back.
fn answers(login: &ConsoleLogin, multi_session: bool) -> VecDeque<Said> {
    let fields =
        || login.fields.iter().map(|field| (field.name.clone(), field.value.expose().to_owned())).collect();
    let mut answers = VecDeque::new();
    if let Some(address) = login.sign_out_url.clone().filter(|_| !multi_session) {
        answers.push_back(Said::Go {
            action: String::new(),
            fields: Vec::new(),
            sign_out_url: Some(address),
        });
    }
    answers.push_back(Said::Go { action: login.action.clone(), fields: fields(), sign_out_url: None });
    answers
}

/// How long the console is asked to last: as long as the credentials, and not at all where AWS refuses the parameter.
fn console_duration(session: &SignedIn, call: &AssumeRole) -> Option<u32> {
    let principal: Principal = session.view.principal.arn.parse().ok()?;
    let signed_by = SignedBy::of(&principal, session.has_temporary_key());
    DurationPlan::new(call.duration?, signed_by).console().map(nanori_identity::SessionDuration::seconds)
}
