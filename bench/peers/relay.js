// What one would write in JavaScript for `/api/switch`: signs and relays an AssumeRole, reads the answer, checks nothing.
import { AwsClient } from "aws4fetch";
import { XMLParser } from "fast-xml-parser";

const parser = new XMLParser({ parseTagValue: false });
let aws;

export default {
  async fetch(request, env) {
    if (request.method !== "POST") return new Response("ready");
    aws ??= new AwsClient({
      accessKeyId: "AKIAIOSFODNN7EXAMPLE",
      secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
      region: "eu-west-1",
      service: "sts",
    });
    const { role } = await request.json();
    const answer = await aws.fetch(env.STS_URL, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
      body: new URLSearchParams({
        Action: "AssumeRole",
        Version: "2011-06-15",
        RoleArn: role.role_arn,
        RoleSessionName: role.role_session_name,
      }).toString(),
    });
    const { AssumeRoleResult: result } = parser.parse(await answer.text()).AssumeRoleResponse;
    return Response.json({
      session: { assumed_role_arn: result.AssumedRoleUser.Arn, expiration: result.Credentials.Expiration },
      credentials: {
        access_key_id: result.Credentials.AccessKeyId,
        secret_access_key: result.Credentials.SecretAccessKey,
        session_token: result.Credentials.SessionToken,
      },
    });
  },
};
