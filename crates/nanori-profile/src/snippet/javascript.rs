//! `fromTemporaryCredentials`, which renews the session by itself.

use super::{Snippet, literal};

pub(super) fn emit(snippet: &Snippet<'_>) -> String {
    let region = literal(snippet.region.as_str());
    let mut params = format!(
        "    RoleArn: {},\n    RoleSessionName: {},\n",
        literal(snippet.role_arn.as_str()),
        literal(snippet.session_name.as_str())
    );
    if let Some(id) = snippet.external_id {
        params += &format!("    ExternalId: {},\n", literal(id.as_str()));
    }
    if let Some(duration) = snippet.duration {
        params += &format!("    DurationSeconds: {duration},\n");
    }
    let (mut import, mut ask) = ("", "");
    if let Some(serial) = snippet.mfa_serial {
        params += &format!("    SerialNumber: {},\n", literal(serial.as_str()));
        import = "import { createInterface } from \"node:readline/promises\";\n\n";
        ask = "  mfaCodeProvider: async (serial) => {\n    \
               const terminal = createInterface({ input: process.stdin, output: process.stderr });\n    \
               const code = await terminal.question(`MFA code of ${serial}: `);\n    \
               terminal.close();\n    return code;\n  },\n";
    }
    format!(
        "{import}import {{ GetCallerIdentityCommand, STSClient }} from \"@aws-sdk/client-sts\";\n\
         import {{ fromTemporaryCredentials }} from \"@aws-sdk/credential-providers\";\n\n\
         const region = {region};\n\
         const credentials = fromTemporaryCredentials({{\n  params: {{\n{params}  }},\n{ask}  clientConfig: {{ region }},\n}});\n\n\
         const sts = new STSClient({{ region, credentials }});\n\
         const {{ Arn }} = await sts.send(new GetCallerIdentityCommand({{}}));\n\
         console.log(Arn);\n"
    )
}
