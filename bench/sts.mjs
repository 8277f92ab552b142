// An STS that always says yes, at once: the cost of what calls it is what is measured. Loopback only; prints its port.
import http from "node:http";

const NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
const METADATA = "<ResponseMetadata><RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId></ResponseMetadata>";
const expiration = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d{3}/, "");

const answers = {
  GetCallerIdentity: `<GetCallerIdentityResponse xmlns="${NAMESPACE}">
  <GetCallerIdentityResult>
    <Arn>arn:aws:iam::111111111111:user/work_api</Arn>
    <UserId>AIDAEXAMPLEEXAMPLEID1</UserId>
    <Account>111111111111</Account>
  </GetCallerIdentityResult>
  ${METADATA}
</GetCallerIdentityResponse>
`,
  AssumeRole: `<AssumeRoleResponse xmlns="${NAMESPACE}">
  <AssumeRoleResult>
    <AssumedRoleUser>
      <AssumedRoleId>AROAEXAMPLEEXAMPLEID1:work_api</AssumedRoleId>
      <Arn>arn:aws:sts::222222222222:assumed-role/admin_role/work_api</Arn>
    </AssumedRoleUser>
    <Credentials>
      <AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>
      <SecretAccessKey>wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY</SecretAccessKey>
      <SessionToken>${"IQoJb3JpZ2luX2VjEXAMPLETOKEN".repeat(20)}</SessionToken>
      <Expiration>${expiration}</Expiration>
    </Credentials>
  </AssumeRoleResult>
  ${METADATA}
</AssumeRoleResponse>
`,
};

const server = http.createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => (body += chunk));
  request.once("end", () => {
    const answer = answers[/(?:^|&)Action=(\w+)/.exec(body)?.[1]];
    response.writeHead(answer ? 200 : 400, { "content-type": "text/xml" });
    response.end(answer ?? "");
  });
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.once("disconnect", () => process.exit());
