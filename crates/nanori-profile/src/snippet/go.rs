//! `stscreds.NewAssumeRoleProvider` behind a cache, which renews the session by itself.

use super::{Snippet, literal};

pub(super) fn emit(snippet: &Snippet<'_>) -> String {
    let mut options = format!("\t\to.RoleSessionName = {}\n", literal(snippet.session_name.as_str()));
    if let Some(id) = snippet.external_id {
        options += &format!("\t\to.ExternalID = aws.String({})\n", literal(id.as_str()));
    }
    if let Some(duration) = snippet.duration {
        options += &format!("\t\to.Duration = {duration} * time.Second\n");
    }
    if let Some(serial) = snippet.mfa_serial {
        options += &format!("\t\to.SerialNumber = aws.String({})\n", literal(serial.as_str()));
        options += "\t\to.TokenProvider = stscreds.StdinTokenProvider\n";
    }
    let time = if snippet.duration.is_some() { "\t\"time\"\n" } else { "" };
    let (region, role) = (literal(snippet.region.as_str()), literal(snippet.role_arn.as_str()));
    format!(
        "package main\n\nimport (\n\t\"context\"\n\t\"fmt\"\n\t\"log\"\n{time}\n\
         \t\"github.com/aws/aws-sdk-go-v2/aws\"\n\t\"github.com/aws/aws-sdk-go-v2/config\"\n\
         \t\"github.com/aws/aws-sdk-go-v2/credentials/stscreds\"\n\t\"github.com/aws/aws-sdk-go-v2/service/sts\"\n)\n\n\
         func main() {{\n\tctx := context.Background()\n\
         \tcfg, err := config.LoadDefaultConfig(ctx, config.WithRegion({region}))\n\
         \tif err != nil {{\n\t\tlog.Fatal(err)\n\t}}\n\
         \trole := stscreds.NewAssumeRoleProvider(sts.NewFromConfig(cfg), {role}, func(o *stscreds.AssumeRoleOptions) {{\n\
         {options}\t}})\n\
         \tcfg.Credentials = aws.NewCredentialsCache(role)\n\n\
         \tidentity, err := sts.NewFromConfig(cfg).GetCallerIdentity(ctx, &sts.GetCallerIdentityInput{{}})\n\
         \tif err != nil {{\n\t\tlog.Fatal(err)\n\t}}\n\tfmt.Println(*identity.Arn)\n}}\n"
    )
}
