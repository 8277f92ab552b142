//! `StsAssumeRoleCredentialsProvider`, which renews the session by itself.

use super::{Snippet, literal};

pub(super) fn emit(snippet: &Snippet<'_>) -> String {
    let line = |call: &str| format!("\n                             .{call}");
    let mut request = line(&format!("roleArn({})", literal(snippet.role_arn.as_str())));
    request += &line(&format!("roleSessionName({})", literal(snippet.session_name.as_str())));
    if let Some(id) = snippet.external_id {
        request += &line(&format!("externalId({})", literal(id.as_str())));
    }
    if let Some(duration) = snippet.duration {
        request += &line(&format!("durationSeconds({duration})"));
    }
    if let Some(serial) = snippet.mfa_serial {
        request += &line(&format!("serialNumber({})", literal(serial.as_str())));
        request += &line("tokenCode(System.console().readLine(\"MFA code: \"))");
    }
    let region = literal(snippet.region.as_str());
    format!(
        "import software.amazon.awssdk.regions.Region;\nimport software.amazon.awssdk.services.sts.StsClient;\n\
         import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;\n\n\
         public class WhoAmI {{\n    public static void main(String[] args) {{\n        \
         Region region = Region.of({region});\n        \
         try (StsClient own = StsClient.builder().region(region).build();\n             \
         StsAssumeRoleCredentialsProvider role = StsAssumeRoleCredentialsProvider.builder()\n                     \
         .stsClient(own)\n                     .refreshRequest(request -> request{request})\n                     \
         .build();\n             \
         StsClient sts = StsClient.builder().region(region).credentialsProvider(role).build()) {{\n            \
         System.out.println(sts.getCallerIdentity().arn());\n        }}\n    }}\n}}\n"
    )
}
