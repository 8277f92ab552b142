// Who may sign in, and under which name: POST /api/identity with signatures of an independent signer.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as demo from './lib/demo.mjs';
import { scene } from './lib/scene.mjs';
import { call, callSts } from './lib/signer.mjs';

const here = scene();

/** Temporary credentials from STS itself, around the portal. */
async function temporary(action, fields, key = demo.WORK_API) {
  const answer = await callSts(call(action, fields), { to: here.aws.origin, key });
  assert.equal(answer.status, 200, answer.text);
  here.canaries.add(answer.key.secret, 'a temporary secret');
  here.canaries.add(answer.key.token, 'a temporary token');
  return answer.key;
}

async function refused(key, status, code) {
  const client = here.portal.client();
  const answer = await client.signIn(key);
  assert.deepEqual([answer.status, answer.body.code], [status, code]);
  assert.equal(answer.headers['set-cookie'], undefined, 'no session begins');
  assert.equal((await client.get('/api/session')).body.session, null);
  return answer.body;
}

test('a user signs in and is bound to the user name', async () => {
  const client = here.portal.client();
  const { status, body, headers } = await client.signIn(demo.WORK_API);
  assert.equal(status, 200);
  assert.deepEqual(body.principal, {
    arn: 'arn:aws:iam::111111111111:user/work_api',
    kind: 'user',
    account_id: '111111111111',
    name: 'work_api',
  });
  assert.equal(body.session_name, 'work_api');
  assert.equal(body.access_key_id, demo.WORK_API.id);
  const [cookie] = headers['set-cookie'];
  assert.match(cookie, /^__Host-nanori=[\w-]+; Path=\/; Max-Age=43200; Secure; HttpOnly; SameSite=Strict$/);
  const hours = (time) => Math.round((Date.parse(time) - Date.now()) / 36_000) / 100;
  assert.deepEqual([hours(body.expires_at), hours(body.idle_expires_at)], [12, 1]);
  assert.deepEqual((await client.get('/api/session')).body.session, body);
});

test('the cookie says nothing of who signed in', async () => {
  const client = here.portal.client();
  await client.signIn(demo.WORK_API);
  const value = client.cookie.split('=')[1];
  const bytes = Buffer.from(value, 'base64url').toString('latin1');
  for (const word of ['work_api', '111111111111', demo.WORK_API.id]) assert.ok(!bytes.includes(word), word);
  // A nonce of its own each time: the same session never looks the same.
  const again = here.portal.client();
  await again.signIn(demo.WORK_API);
  assert.notEqual(again.cookie.slice(0, 40), client.cookie.slice(0, 40));
});

test('a user with a path, and one with every character of a name', async () => {
  assert.equal((await here.portal.client().signIn(demo.ALICE)).body.session_name, 'alice');
  const { body } = await here.portal.client().signIn(demo.DEV_OPS);
  assert.equal(body.session_name, 'dev+ops=1,@example.com');
});

test('a role session goes on under the name that it bears', async () => {
  const key = await temporary('AssumeRole', { RoleArn: demo.role('chain_start'), RoleSessionName: 'work_api' });
  const client = here.portal.client();
  const { body } = await client.signIn(key);
  assert.deepEqual([body.principal.kind, body.principal.name, body.session_name], ['role-session', 'chain_start', 'work_api']);

  const granted = await client.switchTo({ role_arn: demo.role('chain_end'), role_session_name: 'work_api' });
  assert.equal(granted.body.session.assumed_role_arn, 'arn:aws:sts::222222222222:assumed-role/chain_end/work_api');
  const renamed = await client.switchTo({ role_arn: demo.role('chain_end'), role_session_name: 'alice' });
  assert.equal(renamed.body.code, 'name-not-bound');
  const long = await client.switchTo({
    role_arn: demo.role('chain_end'),
    role_session_name: 'work_api',
    duration_seconds: 7200,
  });
  assert.deepEqual([long.status, long.body.code], [422, 'duration-over-chaining-cap']);
});

test('a session of GetSessionToken is still the user', async () => {
  const key = await temporary('GetSessionToken', {});
  const client = here.portal.client();
  const { body } = await client.signIn(key);
  assert.deepEqual([body.principal.kind, body.session_name, body.access_key_id], ['user', 'work_api', key.id]);
  const granted = await client.switchTo({ role_arn: demo.role('admin_role'), role_session_name: 'work_api' });
  assert.equal(granted.body.session.assumed_role_arn, 'arn:aws:sts::222222222222:assumed-role/admin_role/work_api');
});

test('a federated user is refused with its kind', async () => {
  const key = await temporary('GetFederationToken', { Name: 'work_api' });
  const { params } = await refused(key, 403, 'principal-not-supported');
  assert.equal(params.kind, 'federated-user');
});

test('the root user is refused', async () => {
  const { params } = await refused(demo.ROOT, 403, 'root-refused');
  assert.equal(params.account, demo.PEOPLE);
});

test('a name of one character is refused with the reason', async () => {
  const { params } = await refused(demo.X, 403, 'name-not-usable');
  assert.deepEqual([params.name, params.reason], ['x', 'length']);
});

test('an unknown key and a wrong secret are told apart', async () => {
  const unknown = await refused({ id: 'AKIANANORINOBODY0000', secret: 'x'.repeat(40) }, 401, 'key-unknown');
  assert.equal(unknown.upstream.code, 'InvalidClientTokenId');
  const wrong = await refused({ id: demo.WORK_API.id, secret: demo.ALICE.secret }, 401, 'signature-mismatch');
  assert.equal(wrong.upstream.code, 'SignatureDoesNotMatch');
});

test('expired temporary credentials are told apart', async () => {
  const key = await temporary('GetSessionToken', {});
  const client = here.portal.client();
  await here.aws.fault({
    operation: 'GetCallerIdentity',
    fault: 'body',
    status: 403,
    body:
      '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>' +
      '<Code>ExpiredToken</Code><Message>The security token included in the request is expired</Message></Error>' +
      '<RequestId>0a0b0c0d-0000-0000-0000-000000000000</RequestId></ErrorResponse>',
  });
  const { status, body } = await client.signIn(key);
  assert.deepEqual([status, body.code], [401, 'credentials-expired']);
});

test('a proof that was signed for another portal, or for none, is worth nothing here', async () => {
  const { origin } = here.portal;
  for (const audience of ['https://other-portal.example', undefined, `${origin}/`, origin.replace('localhost', '127.0.0.1')]) {
    const client = here.portal.client();
    const { status, body } = await client.signIn(demo.WORK_API, { audience });
    assert.deepEqual([status, body.code], [401, 'signature-mismatch'], `${audience}`);
    assert.equal(client.cookie, '');
  }
});

test('a proof of one call is none of another', async () => {
  const client = here.portal.client();
  client.key = demo.WORK_API;
  for (const body of [call('GetSessionToken'), `${call('GetCallerIdentity')}&X=1`, '']) {
    const answer = await client.post('/api/identity', { signed: await client.parts(body) });
    assert.deepEqual([answer.status, answer.body.code], [401, 'signature-mismatch'], body);
  }
});

test('a proof for another region, service endpoint or time does not fit', async () => {
  const client = here.portal.client();
  client.key = demo.WORK_API;
  const signed = await client.parts(call('GetCallerIdentity'));
  const minuteLater = new Date(Date.now() + 60_000).toISOString().replace(/[-:]|\.\d+/g, '');
  for (const change of [{ region: 'eu-west-1' }, { amz_date: minuteLater }, { access_key_id: demo.ALICE.id }]) {
    const answer = await client.post('/api/identity', { signed: { ...signed, ...change } });
    assert.deepEqual([answer.status, answer.body.code], [401, 'signature-mismatch'], JSON.stringify(change));
  }
  assert.equal((await client.post('/api/identity', { signed })).status, 200, 'unchanged it fits');
});

for (const [what, seconds] of [['behind', -400], ['ahead', 400]]) {
  test(`a clock that is ${what} is measured, and mended by signing again`, async () => {
    const client = here.portal.client();
    const wrong = await client.signIn(demo.WORK_API, { at: new Date(Date.now() + seconds * 1000) });
    assert.deepEqual([wrong.status, wrong.body.code], [400, 'clock-skew']);
    assert.deepEqual(await here.aws.asked(), [], 'an old signature is not even sent');
    const { server_time: serverTime, signed_at: signedAt } = wrong.body.params;
    assert.ok(Math.abs(Date.parse(signedAt) - Date.parse(serverTime) - seconds * 1000) < 5000);
    const mended = await client.signIn(demo.WORK_API, { at: new Date(serverTime) });
    assert.equal(mended.status, 200);
  });
}

for (const [what, seconds] of [['ahead of', 900], ['behind', -900]]) {
  test(`a portal whose clock is not that of STS (${what}) passes on what STS says`, async () => {
    await here.aws.clockOffset(seconds);
    const { status, body } = await here.portal.client().signIn(demo.WORK_API);
    assert.deepEqual([status, body.code, body.upstream.code], [400, 'clock-skew', 'SignatureDoesNotMatch']);
    const measured = (Date.parse(body.params.server_time) - Date.parse(body.params.signed_at)) / 1000;
    assert.ok(Math.abs(measured - seconds) < 5, `${measured}`);
  });
}

test('signing out takes the cookie away, with a session and without one', async () => {
  const client = here.portal.client();
  await client.signIn(demo.WORK_API);
  const { headers, body } = await client.post('/api/sign-out', {});
  assert.equal(body.signed_out, true);
  assert.match(headers['set-cookie'][0], /^__Host-nanori=; Path=\/; Max-Age=0; Secure; HttpOnly; SameSite=Strict$/);
  assert.equal((await client.get('/api/session')).body.session, null);
  assert.equal((await client.post('/api/sign-out', {})).status, 200);
});

test('a sign-in and a refusal are each one line of the log, with who, when and why', async () => {
  const [granted, refusal] = await here.portal.recordsOf('sign-in', 2, async () => {
    await here.portal.client().signIn(demo.WORK_API);
    await here.portal.client().signIn(demo.ROOT);
  });
  assert.deepEqual(
    [granted.event, granted.outcome, granted.principal, granted.session_name, granted.access_key_id],
    ['sign-in', 'granted', 'arn:aws:iam::111111111111:user/work_api', 'work_api', demo.WORK_API.id],
  );
  assert.deepEqual(
    [refusal.event, refusal.outcome, refusal.code, refusal.principal],
    ['sign-in', 'refused', 'root-refused', 'arn:aws:iam::111111111111:root'],
  );
});
