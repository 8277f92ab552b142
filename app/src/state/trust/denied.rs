//! Why a switch was refused: the question that it comes to, and the causes.

use nanori_identity::Timestamp;
use nanori_trust::{
    Policy,
    denial::{Cause, Denial, diagnose},
};

use super::{
    question::{Faults, MfaInput, QuestionInput},
    who::WhoInput,
};
use crate::state::denied::Denied;

impl Denied {
    /// The same call as a question, to be held against policies.
    pub fn question(&self) -> QuestionInput {
        QuestionInput {
            who: WhoInput::of(&self.caller),
            role: self.role.clone(),
            session_name: self.session_name.clone(),
            mfa: if self.mfa { MfaInput::WithCall } else { MfaInput::None },
            external_id: self.external_id.clone(),
            source_identity: self.source_identity.clone(),
            tags: self.tags.clone(),
            ..QuestionInput::default()
        }
    }

    /// Causes of the refusal, the most certain first, with what policies are at hand.
    ///
    /// # Errors
    /// What is wrong with the question by now, if the person has changed it.
    pub fn causes(
        &self,
        question: &QuestionInput,
        trust: Option<&Policy>,
        identity: Option<&[Policy]>,
        now: Timestamp,
    ) -> Result<Vec<Cause>, Faults> {
        let request = question.request(now)?;
        Ok(diagnose(&Denial { code: &self.code, message: &self.message, request: &request, trust, identity }))
    }
}

#[cfg(test)]
mod tests;
