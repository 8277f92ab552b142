// The portal between a client that tries to steer its requests and an AWS that answers something else: what exactly is
// sent, and that nothing is believed but what was asked for.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Canaries } from './lib/canary.mjs';
import { assumeRole } from './lib/client.mjs';
import * as demo from './lib/demo.mjs';
import { Impostor, SECRET, TOKEN, assumed, identity, refusal } from './lib/impostor.mjs';
import { Portal } from './lib/portal.mjs';
import { call, sign } from './lib/signer.mjs';

const canaries = new Canaries();
canaries.add(SECRET, "the impostor's secret");
canaries.add(TOKEN, "the impostor's token");
const ADMIN = { role_arn: demo.role('admin_role'), role_session_name: 'work_api' };
let aws, trap, portal;

before(async () => {
  aws = await Impostor.start();
  trap = await Impostor.start();
  portal = await Portal.start({ canaries, aws: aws.origin });
});

after(async () => {
  const written = portal && (await portal.written());
  await Promise.all([portal?.stop(), aws?.stop(), trap?.stop()]);
  canaries.absent(written, 'what the portal wrote');
});

async function signedIn() {
  aws.answersXml(identity());
  const client = portal.client();
  assert.equal((await client.signIn(demo.WORK_API)).status, 200);
  aws.answers((_request, response) => response.end());
  trap.answers((_request, response) => response.end());
  return client;
}

// ------------------------------------------------------------------------------------------------ what is sent

test('the portal writes the signed request again and sends nothing else', async () => {
  const client = await signedIn();
  aws.answersXml(assumed());
  const at = new Date();
  const body = assumeRole(ADMIN);
  const { headers: signed } = await sign(body, { to: aws.origin, key: demo.WORK_API, audience: portal.origin, at });
  const steering = {
    host: new URL(portal.origin).host,
    authorization: 'AWS4-HMAC-SHA256 Credential=x',
    'x-amz-date': '20200101T000000Z',
    'x-amz-security-token': 'smuggled',
    'x-nanori-audience': 'https://evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-for': '6.6.6.6',
    forwarded: 'host=evil.example',
    'x-http-method-override': 'GET',
    'x-original-url': '/evil',
  };
  const { status } = await client.switchTo(ADMIN, { signing: { at }, headers: steering });
  assert.equal(status, 200);
  assert.equal(aws.requests.length, 1);
  const [request] = aws.requests;
  assert.deepEqual([request.method, request.path, request.body], ['POST', '/', body]);
  // What the runtime adds by itself is not the portal's to say.
  const added = ['host', 'content-length', 'connection', 'accept', 'accept-encoding', 'accept-language', 'user-agent', 'sec-fetch-mode', 'cf-connecting-ip', 'cdn-loop', 'cf-worker', 'mf-loop', 'transfer-encoding'];
  const own = Object.fromEntries(request.headers.filter(([name]) => !added.includes(name)));
  assert.deepEqual(own, {
    authorization: signed.authorization,
    'content-type': signed['content-type'],
    'x-amz-date': signed['x-amz-date'],
    'x-nanori-audience': portal.origin,
  });
  assert.equal(new Map(request.headers).get('host'), new URL(aws.origin).host);
});

test('no value can become another parameter', async () => {
  const client = await signedIn();
  aws.answersXml(assumed());
  const policy = '{"Version":"2012-10-17","Statement":[],"Id":"x&RoleSessionName=alice&RoleArn=arn:aws:iam::1:role/y%26z+\\u0026"}';
  const tags = [{ key: 'a b/=+:@', value: '日本 ü=1' }];
  await client.switchTo({ ...ADMIN, policy, tags });
  const fields = [...new URLSearchParams(aws.requests[0].body)];
  assert.deepEqual(fields, [
    ['Action', 'AssumeRole'],
    ['Version', '2011-06-15'],
    ['RoleArn', ADMIN.role_arn],
    ['RoleSessionName', 'work_api'],
    ['Policy', policy],
    ['Tags.member.1.Key', 'a b/=+:@'],
    ['Tags.member.1.Value', '日本 ü=1'],
  ]);
});

test('a path that looks like another one leads nowhere', async () => {
  const client = await signedIn();
  const body = JSON.stringify({ signed: await client.parts(call('GetCallerIdentity')) });
  const headers = { 'content-type': 'application/json', origin: portal.origin, 'x-nanori-request': '1' };
  for (const path of ['/api/identity/', '/api//identity', '/API/identity', '/api/identity%2f', '/api/identity;x', '/api/%69dentity', '//evil.example/api/identity']) {
    const answer = await client.send('POST', path, { headers, body });
    assert.ok([404, 405].includes(answer.status), `${path}: ${answer.status}`);
  }
  const around = await client.send('POST', `${trap.origin}/api/identity`, { headers, body }).catch(() => null);
  assert.equal(trap.requests.length, 0, `${around?.status}`);
});

// ------------------------------------------------------------------------------------------------ proofs for others

test('a proof that was made for another portal does not fit', async () => {
  // The impostor verifies nothing, so what is compared is the request itself: the audience is the portal's own.
  aws.answersXml(identity());
  const client = portal.client();
  const other = 'https://other-portal.example';
  await client.signIn(demo.WORK_API, { audience: other });
  const sent = Object.fromEntries(aws.requests[0].headers);
  assert.equal(sent['x-nanori-audience'], portal.origin);
  assert.match(sent.authorization, /SignedHeaders=content-type;host;x-amz-date;x-nanori-audience,/);
});

// ------------------------------------------------------------------------------------------------ redirects

for (const status of [300, 301, 302, 303, 307, 308]) {
  test(`a redirect by ${status} is not followed`, async () => {
    const client = await signedIn();
    const redirect = (_request, response) => response.writeHead(status, { location: `${trap.origin}/steal` }).end();
    aws.answers(redirect);
    const refused = await client.switchTo(ADMIN);
    assert.deepEqual([refused.status, refused.body.code], [502, 'upstream-malformed']);
    const signIn = await portal.client().signIn(demo.WORK_API);
    assert.deepEqual([signIn.status, signIn.body.code], [502, 'upstream-malformed']);
    aws.answers((request, response) => {
      if (request.path === '/federation') return redirect(request, response);
      response.writeHead(200, { 'content-type': 'text/xml' }).end(assumed());
    });
    const console = await client.switchTo(ADMIN, { console: {} });
    assert.deepEqual([console.status, console.body.code], [502, 'upstream-malformed']);
    assert.deepEqual(trap.requests, [], 'nobody else is asked');
  });
}

// ------------------------------------------------------------------------------------------------ other answers

const X = 'xmlns="https://sts.amazonaws.com/doc/2011-06-15/"';
const CALLER = '<Arn>arn:aws:iam::111111111111:user/work_api</Arn><UserId>AIDAX</UserId><Account>111111111111</Account>';

/** Answers with status 200 that are none of STS's to GetCallerIdentity. */
const NOT_AN_IDENTITY = {
  'of nothing': '',
  'that is cut': identity().slice(0, -20),
  'without a namespace': identity().replace(` ${X}`, ''),
  'of another namespace': identity().replace('2011-06-15', '2011-06-16'),
  'of another action': identity().replaceAll('GetCallerIdentity', 'GetSessionToken'),
  'with two results': `<GetCallerIdentityResponse ${X}><GetCallerIdentityResult>${CALLER}</GetCallerIdentityResult><GetCallerIdentityResult>${CALLER.replaceAll('work_api', 'root')}</GetCallerIdentityResult></GetCallerIdentityResponse>`,
  'with two ARNs': identity().replace('<Arn>', '<Arn>arn:aws:iam::111111111111:user/admin</Arn><Arn>'),
  'with a second root': `${identity()}${identity({ arn: 'arn:aws:iam::111111111111:user/admin' })}`,
  'with text behind it': `${identity()}x`,
  'with a document type': `<!DOCTYPE x [<!ENTITY who "work_api">]>${identity({ arn: 'arn:aws:iam::111111111111:user/&who;' })}`,
  'with an unknown entity': identity({ arn: 'arn:aws:iam::111111111111:user/&who;' }),
  'with a comment in the name': identity({ arn: 'arn:aws:iam::111111111111:user/work_api<!-- -->' }),
  'with CDATA': identity({ arn: '<![CDATA[arn:aws:iam::111111111111:user/work_api]]>' }),
  'with a prefix': identity().replaceAll('<Arn>', '<x:Arn>').replaceAll('</Arn>', '</x:Arn>'),
  'whose account is not that of the ARN': identity({ account: '222222222222' }),
  'without a user id': identity({ userId: '' }),
  'that names nobody': identity({ arn: 'arn:aws:iam::111111111111:user/' }),
  'that names a service': identity({ arn: 'arn:aws:s3:::bucket' }),
  'as an attribute': identity().replace('<Arn>', '<Arn x="y">'),
};

for (const [what, body] of Object.entries(NOT_AN_IDENTITY)) {
  test(`an answer ${what} lets nobody in`, async () => {
    aws.answersXml(body);
    const client = portal.client();
    const answer = await client.signIn(demo.WORK_API);
    assert.deepEqual([answer.status, answer.body.code, answer.body.params.service], [502, 'upstream-malformed', 'sts']);
    assert.equal(client.cookie, '');
  });
}

for (const type of ['application/json', 'text/html', 'text/plain', 'text/xmlx', '']) {
  test(`an answer of type ${type || '(none)'} lets nobody in, and its refusal counts for nothing`, async () => {
    aws.answersXml(identity(), { type });
    const answer = await portal.client().signIn(demo.WORK_API);
    assert.deepEqual([answer.status, answer.body.code], [502, 'upstream-malformed']);
    aws.answersXml(refusal('AccessDenied', 'no'), { type, status: 403 });
    const refused = await portal.client().signIn(demo.WORK_API);
    assert.deepEqual([refused.status, refused.body.code], [502, 'upstream-malformed']);
  });
}

test('JSON that says the right thing is not what was asked for', async () => {
  const json = { GetCallerIdentityResponse: { GetCallerIdentityResult: { Arn: 'arn:aws:iam::111111111111:user/work_api' } } };
  aws.answersXml(JSON.stringify(json), { type: 'application/json' });
  assert.equal((await portal.client().signIn(demo.WORK_API)).body.code, 'upstream-malformed');
});

/** Answers to AssumeRole for another session, and what the problem must say differs. */
const ANOTHER_SESSION = {
  'another name': [{ arn: 'arn:aws:sts::222222222222:assumed-role/admin_role/alice', id: 'AROAADMINROLE0000001:alice' }, 'role-session-name'],
  'another name in the ARN only': [{ arn: 'arn:aws:sts::222222222222:assumed-role/admin_role/alice' }, 'role-session-name'],
  'another name in the id only': [{ id: 'AROAADMINROLE0000001:alice' }, 'assumed-role-id'],
  'no name in the id': [{ id: 'AROAADMINROLE0000001' }, 'assumed-role-id'],
  'the name in another case': [{ arn: 'arn:aws:sts::222222222222:assumed-role/admin_role/Work_api', id: 'AROAADMINROLE0000001:Work_api' }, 'role-session-name'],
  'another role': [{ arn: 'arn:aws:sts::222222222222:assumed-role/root_role/work_api' }, 'role-name'],
  'another account': [{ arn: 'arn:aws:sts::333333333333:assumed-role/admin_role/work_api' }, 'account'],
  'another partition': [{ arn: 'arn:aws-cn:sts::222222222222:assumed-role/admin_role/work_api' }, 'partition'],
};

for (const [what, [parts, mismatch]] of Object.entries(ANOTHER_SESSION)) {
  test(`S2 an answer for ${what} is thrown away`, async () => {
    const client = await signedIn();
    aws.answersXml(assumed(parts));
    for (const page of [undefined, {}]) {
      const { status, body } = await client.switchTo(ADMIN, { console: page });
      assert.deepEqual([status, body.code, body.params.mismatch], [502, 'answer-mismatch', mismatch]);
    }
    assert.ok(!aws.requests.some(({ path }) => path === '/federation'), 'no console is opened with it');
    const [record] = await portal.recordsOf('switch', 1, () => client.switchTo(ADMIN));
    assert.deepEqual([record.outcome, record.code], ['refused', 'answer-mismatch']);
  });
}

test('S2 a source identity that STS did not set, or another one, is thrown away', async () => {
  const client = await signedIn();
  for (const more of ['', '<SourceIdentity>alice</SourceIdentity>']) {
    aws.answersXml(assumed({ more }));
    const { body } = await client.switchTo({ ...ADMIN, source_identity: 'work_api' });
    assert.deepEqual([body.code, body.params.mismatch], ['answer-mismatch', 'source-identity']);
  }
});

test('an answer without credentials, token or end is not passed on', async () => {
  const client = await signedIn();
  const broken = [
    assumed().replace(/<Credentials>.*<\/Credentials>/, ''),
    assumed({ token: '' }),
    assumed({ secret: '' }),
    assumed().replace(/<Expiration>.*<\/Expiration>/, ''),
    assumed().replace(/<Expiration>.*<\/Expiration>/, '<Expiration>soon</Expiration>'),
  ];
  for (const body of broken) {
    aws.answersXml(body);
    const answer = await client.switchTo(ADMIN);
    assert.deepEqual([answer.status, answer.body.code], [502, 'upstream-malformed']);
  }
});

test('what STS appends to a refusal, which can hold a token, is not passed on', async () => {
  const client = await signedIn();
  const message =
    'The request signature we calculated does not match the signature you provided.\n\n' +
    `The Canonical String for this request should have been\n'POST\n/\n\nx-amz-security-token:${TOKEN}\n'`;
  aws.answersXml(refusal('SignatureDoesNotMatch', message), { status: 403 });
  const { status, body } = await client.switchTo(ADMIN);
  assert.deepEqual([status, body.code], [401, 'signature-mismatch']);
  assert.equal(body.upstream.message, 'The request signature we calculated does not match the signature you provided.');
});

test('markup and control characters in a refusal stay text', async () => {
  const client = await signedIn();
  aws.answersXml(refusal('AccessDenied', '&lt;script&gt;alert(1)&lt;/script&gt;\u202e &#x9;end'), { status: 403 });
  const { body } = await client.switchTo(ADMIN);
  assert.equal(body.code, 'access-denied');
  assert.ok(body.upstream.message.includes('<script>'));
  // eslint-disable-next-line no-control-regex
  assert.doesNotMatch(body.upstream.message, /[\u0000-\u001f]/);
});

/** Answers of sign-in that are no token. */
const NOT_A_TOKEN = {
  'no JSON': ['<html>', 200],
  'an empty object': ['{}', 200],
  'an empty token': ['{"SigninToken":""}', 200],
  'a token with a line break': ['{"SigninToken":"a\\r\\nb"}', 200],
  'a token that is not ASCII': ['{"SigninToken":"トークン"}', 200],
  'a number': ['{"SigninToken":1}', 200],
  'two tokens': ['{"SigninToken":"a","SigninToken":"b"}', 200],
  'something behind it': ['{"SigninToken":"a"}x', 200],
  'another status': ['{"SigninToken":"a"}', 201],
};

for (const [what, [body, status]] of Object.entries(NOT_A_TOKEN)) {
  test(`S6 sign-in that answers ${what} opens no console`, async () => {
    const client = await signedIn();
    aws.answers((request, response) => {
      if (request.path === '/federation') response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      else response.writeHead(200, { 'content-type': 'text/xml' }).end(assumed());
    });
    const answer = await client.switchTo(ADMIN, { console: {} });
    assert.deepEqual([answer.status, answer.body.code, answer.body.params.service], [502, 'upstream-malformed', 'signin']);
  });
}

test('S6 credentials go to sign-in by POST, in the body and not in the address', async () => {
  const client = await signedIn();
  aws.answers((request, response) => {
    if (request.path === '/federation') response.writeHead(200).end('{"SigninToken":"ImpostorSigninToken"}');
    else response.writeHead(200, { 'content-type': 'text/xml' }).end(assumed());
  });
  const { status } = await client.switchTo(ADMIN, { console: { session_duration: 3600 } });
  assert.equal(status, 200);
  const request = aws.requests.at(-1);
  assert.deepEqual([request.method, request.path], ['POST', '/federation']);
  const fields = new URLSearchParams(request.body);
  assert.deepEqual(JSON.parse(fields.get('Session')), { sessionId: 'ASIAIMPOSTOR00000001', sessionKey: SECRET, sessionToken: TOKEN });
  assert.deepEqual([fields.get('Action'), fields.get('SessionDuration')], ['getSigninToken', '3600']);
});

// ------------------------------------------------------------------------------------------------ without end

test('an answer without end is cut off, announced or not', async () => {
  const client = await signedIn();
  const chunk = 'x'.repeat(16 * 1024);
  for (const announced of [true, false]) {
    let sent = 0;
    aws.answers((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/xml', ...(announced && { 'content-length': String(1 << 30) }) });
      const more = () => {
        while (!response.destroyed && sent < 256 << 20) {
          sent += chunk.length;
          if (!response.write(chunk)) return response.once('drain', more);
        }
      };
      more();
    });
    const answer = await client.switchTo(ADMIN);
    assert.deepEqual([answer.status, answer.body.code], [502, 'upstream-malformed']);
    assert.ok(sent < 64 << 20, `${sent} bytes were taken`);
  }
});

test('an answer that never comes, or never ends, is given up', { timeout: 60_000 }, async () => {
  const client = await signedIn();
  aws.answers(() => {});
  const silent = client.switchTo(ADMIN);
  const { status, body } = await silent;
  assert.deepEqual([status, body.code, body.params.service], [504, 'upstream-timeout', 'sts']);
  aws.answers((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/xml' }).write('<AssumeRoleResponse');
  });
  const halting = await client.switchTo(ADMIN);
  assert.deepEqual([halting.status, halting.body.code], [504, 'upstream-timeout']);
  aws.answersXml(assumed());
  assert.equal((await client.switchTo(ADMIN)).status, 200, 'and the session goes on');
});
