// Signs requests with aws4fetch and with @smithy/signature-v4, the signer of AWS's SDK for JavaScript.
//
// Reads what sign_botocore.py reads; answers one object a line: {"aws4fetch": authorization, "smithy": authorization}.
// Calls no network.
import { createInterface } from 'node:readline';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { AwsV4Signer } from 'aws4fetch';

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  console.log(JSON.stringify({ aws4fetch: await byAws4fetch(asked), smithy: await bySmithy(asked) }));
}

async function byAws4fetch(asked) {
  const signer = new AwsV4Signer({
    method: 'POST',
    url: asked.url,
    headers: asked.headers,
    body: asked.body,
    accessKeyId: asked.access_key_id,
    secretAccessKey: asked.secret_access_key,
    sessionToken: asked.session_token ?? undefined,
    service: 'sts',
    region: asked.region,
    datetime: asked.amz_date,
    allHeaders: true,
  });
  return (await signer.sign()).headers.get('authorization');
}

async function bySmithy(asked) {
  const { protocol, host, hostname, port } = new URL(asked.url);
  const signer = new SignatureV4({
    credentials: {
      accessKeyId: asked.access_key_id,
      secretAccessKey: asked.secret_access_key,
      sessionToken: asked.session_token ?? undefined,
    },
    service: 'sts',
    region: asked.region,
    sha256: Sha256,
    applyChecksum: false,
  });
  const [, year, month, day, hour, minute, second] = asked.amz_date.match(/^(\d{4})(..)(..)T(..)(..)(..)Z$/);
  const signed = await signer.sign(
    {
      method: 'POST',
      protocol,
      hostname,
      port: port ? Number(port) : undefined,
      path: '/',
      query: {},
      headers: { ...asked.headers, host },
      body: asked.body,
    },
    { signingDate: new Date(Date.UTC(year, month - 1, day, hour, minute, second)) },
  );
  return signed.headers.authorization;
}
