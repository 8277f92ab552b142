//! A call of STS from signature to answer, with its CloudTrail record.

use http::Response;
use hyper::body::Bytes;
use serde_json::Value;

use super::{LocalAws, Received};
use crate::sts::call::{Call, Done};
use crate::sts::refusal::Refusal;
use crate::sts::signature::{Claim, Signed};
use crate::sts::{VERSION, assume_role, caller_identity, federation_token, session_token, xml};
use crate::trail::{self, Event, Outcome};

impl LocalAws {
    /// Answers a call of STS.
    pub(super) async fn sts(&self, received: Received, other_name: Option<String>) -> Response<Bytes> {
        match self.sts_call(&received, other_name.as_deref()).await {
            Ok(response) => response,
            Err(refusal) => refusal.answer(&received.request_id),
        }
    }

    async fn sts_call(
        &self,
        received: &Received,
        other_name: Option<&str>,
    ) -> Result<Response<Bytes>, Refusal> {
        let now = self.clock.now();
        let claim = Claim::read(received.request.clone(), now)?;
        let key = claim.find_key(&self.directory, &self.state(), now)?;
        let Signed { caller, region } = claim.check(key, now).await?;

        let action = received.parameters.text("Action").unwrap_or("");
        let version = received.parameters.text("Version").unwrap_or("");
        if version != VERSION {
            return Err(Refusal::invalid_action(action, version));
        }
        let call = Call {
            caller: &caller,
            region: &region,
            parameters: &received.parameters,
            directory: &self.directory,
            now,
            source: received.source,
        };
        let mut state = self.state();
        let result = match action {
            "AssumeRole" => assume_role::answer(&call, &mut state, other_name),
            "GetCallerIdentity" => {
                let xml = caller_identity::answer(&caller);
                Ok(Done { xml, response_elements: Value::Null, role: None })
            }
            "GetSessionToken" => session_token::answer(&call, &mut state),
            "GetFederationToken" => federation_token::answer(&call, &mut state),
            unknown => return Err(Refusal::invalid_action(unknown, version)),
        };
        let outcome = match &result {
            Ok(done) => Outcome::Done(done.response_elements.clone()),
            Err(refusal) => Outcome::Refused(refusal.code, &refusal.message),
        };
        let event = Event {
            source: "sts.amazonaws.com",
            name: action,
            kind: "AwsApiCall",
            read_only: true,
            time: now,
            region: &region,
            source_ip: received.source,
            user_agent: received.user_agent(),
            host: received.host(),
            request_id: &received.request_id,
            request_parameters: trail::request_parameters(&received.parameters),
            outcome,
            additional: Value::Null,
        };
        let role = result.as_ref().ok().and_then(|done| done.role.clone());
        trail::record(&mut state, &event, &caller, role.as_deref());
        let done = result?;
        Ok(xml::answer(action, &done.xml, &received.request_id))
    }
}
