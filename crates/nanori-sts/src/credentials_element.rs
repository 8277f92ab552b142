//! The `Credentials` element that several answers share.

use nanori_identity::Credentials;

use crate::{StsError, xml::Element};

/// Temporary credentials: key, secret, token and end, all of them required.
pub(crate) fn read(result: &Element) -> Result<Credentials, StsError> {
    let credentials = result.required("Credentials")?;
    Ok(Credentials {
        access_key_id: credentials.required_value("AccessKeyId")?,
        secret_access_key: credentials.required_value("SecretAccessKey")?,
        session_token: Some(credentials.required_value("SessionToken")?),
        expiration: Some(credentials.required_value("Expiration")?),
    })
}
