// Switching under one's own name and no other: POST /api/switch, and the same calls sent around the portal.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assumeRole } from './lib/client.mjs';
import * as demo from './lib/demo.mjs';
import { scene } from './lib/scene.mjs';
import { call, callSts } from './lib/signer.mjs';

const here = scene();
const ADMIN = { role_arn: demo.role('admin_role'), role_session_name: 'work_api' };

async function signedIn(key = demo.WORK_API) {
  const client = here.portal.client();
  assert.equal((await client.signIn(key)).status, 200);
  await here.aws.reset();
  return client;
}

/** Fails unless the portal itself refuses, without asking STS. */
async function refusedHere(answer, status, code) {
  assert.deepEqual([answer.status, answer.body.code], [status, code]);
  assert.deepEqual(await here.aws.asked(), [], 'STS is not asked');
  return answer.body.params;
}

test('S2 the user work_api switches into admin_role of another account under the own name', async () => {
  const client = await signedIn();
  const { status, body } = await client.switchTo(ADMIN);
  assert.equal(status, 200);
  assert.equal(body.session.assumed_role_arn, 'arn:aws:sts::222222222222:assumed-role/admin_role/work_api');
  assert.match(body.session.assumed_role_id, /^AROA\w+:work_api$/);
  assert.equal(body.outcome.kind, 'credentials');

  // The credentials are that session's, says STS itself.
  const { access_key_id: id, secret_access_key: secret, session_token: token } = body.outcome.credentials;
  const caller = await callSts(call('GetCallerIdentity'), { to: here.aws.origin, key: { id, secret, token } });
  assert.equal(caller.arn, 'arn:aws:sts::222222222222:assumed-role/admin_role/work_api');

  // And CloudTrail of the target account says who it was.
  const [record] = await here.aws.trail({ name: 'AssumeRole', account: demo.PRODUCTION });
  assert.equal(record.requestParameters.roleSessionName, 'work_api');
  assert.equal(record.responseElements.assumedRoleUser.arn, 'arn:aws:sts::222222222222:assumed-role/admin_role/work_api');
});

const OTHER_NAMES = {
  'of another user': 'alice',
  'that a tool makes up': 'botocore-session-1609426800',
  'that is empty': '',
  'in capitals': 'WORK_API',
  'with one capital': 'Work_api',
  'with a Cyrillic о': 'w\u043erk_api',
  'in full-width letters': 'ｗｏｒｋ_ａｐｉ',
  'with a combining mark': 'work_a\u0301pi',
  'with a zero-width space': 'work_api\u200b',
  'with a space after it': 'work_api ',
  'with a space before it': ' work_api',
  'with a line break after it': 'work_api\n',
  'with a NUL after it': 'work_api\u0000',
  'that is percent-encoded': 'work%5Fapi',
  'that goes on': 'work_api2',
  'that is cut': 'work_ap',
  'with another parameter behind it': 'work_api&RoleSessionName=alice',
  'of two joined': 'work_api,alice',
};

for (const [what, name] of Object.entries(OTHER_NAMES)) {
  test(`S2 a name ${what} is refused by Nanori with the reason`, async () => {
    const client = await signedIn();
    const answer = await client.switchTo({ ...ADMIN, role_session_name: name });
    const params = await refusedHere(answer, 403, 'name-not-bound');
    assert.deepEqual(params, { field: 'RoleSessionName', bound: 'work_api', asked: name });
    // The session goes on.
    assert.equal((await client.switchTo(ADMIN)).status, 200);
  });
}

test('S2 a switch with no name at all is refused by Nanori', async () => {
  const client = await signedIn();
  const signed = await client.parts(call('AssumeRole', { RoleArn: ADMIN.role_arn }));
  await refusedHere(await client.post('/api/switch', { signed, role: { role_arn: ADMIN.role_arn } }), 400, 'malformed-body');
  const nothing = { role_arn: ADMIN.role_arn, role_session_name: null };
  await refusedHere(await client.post('/api/switch', { signed, role: nothing }), 400, 'malformed-body');
});

test('S2 Nanori refuses another name also where the trust policy would take it', async () => {
  const nameless = { role_arn: demo.role('nameless_role'), role_session_name: 'botocore-session-1609426800' };
  const around = await callSts(assumeRole(nameless), { to: here.aws.origin, key: demo.WORK_API });
  assert.equal(around.status, 200, 'around the portal STS grants it');
  here.canaries.add(around.key.secret, 'a temporary secret');
  await here.aws.reset();
  const client = await signedIn();
  await refusedHere(await client.switchTo(nameless), 403, 'name-not-bound');
});

test('S2 the same calls sent around Nanori are refused by STS', async () => {
  for (const name of ['alice', 'botocore-session-1609426800', 'Work_api', 'work_api2']) {
    const body = assumeRole({ ...ADMIN, role_session_name: name });
    const answer = await callSts(body, { to: here.aws.origin, key: demo.WORK_API });
    assert.deepEqual([answer.status, answer.code], [403, 'AccessDenied'], name);
  }
  const nameless = await callSts(call('AssumeRole', { RoleArn: ADMIN.role_arn }), { to: here.aws.origin, key: demo.WORK_API });
  assert.deepEqual([nameless.status, nameless.code], [400, 'ValidationError']);
  const named = await callSts(assumeRole(ADMIN), { to: here.aws.origin, key: demo.WORK_API });
  assert.equal(named.arn, 'arn:aws:sts::222222222222:assumed-role/admin_role/work_api');
  here.canaries.add(named.key.secret, 'a temporary secret');
});

test('a signature for another name does not fit the request that Nanori writes', async () => {
  const client = await signedIn();
  const signed = await client.parts(assumeRole({ ...ADMIN, role_session_name: 'alice' }));
  const { status, body } = await client.switchTo(ADMIN, { signed });
  assert.deepEqual([status, body.code], [401, 'signature-mismatch']);
});

test('a signature for another role, duration or external ID does not fit either', async () => {
  const client = await signedIn();
  for (const other of [
    { role_arn: demo.role('twelve_hour_role') },
    { duration_seconds: 3600 },
    { external_id: 'nanori-demo-7' },
    { tags: [{ key: 'project', value: 'a' }] },
  ]) {
    const signed = await client.parts(assumeRole(ADMIN));
    const { body } = await client.switchTo({ ...ADMIN, ...other }, { signed });
    assert.equal(body.code, 'signature-mismatch', JSON.stringify(other));
  }
});

test('a source identity of another person is refused by Nanori', async () => {
  const client = await signedIn();
  for (const identity of ['alice', 'Work_api', 'work_api ', '']) {
    const answer = await client.switchTo({ ...ADMIN, source_identity: identity });
    const params = await refusedHere(answer, 403, 'name-not-bound');
    assert.deepEqual(params, { field: 'SourceIdentity', bound: 'work_api', asked: identity });
  }
});

test('the own source identity is set and recorded', async () => {
  const client = await signedIn();
  const role = { role_arn: demo.role('source_identity_role'), role_session_name: 'work_api' };
  const without = await client.switchTo(role);
  assert.deepEqual([without.status, without.body.code], [403, 'access-denied']);
  assert.ok(without.body.causes.some(({ code }) => code === 'source-identity-missing'));
  const { body } = await client.switchTo({ ...role, source_identity: 'work_api' });
  assert.equal(body.session.source_identity, 'work_api');
});

for (const [what, key] of Object.entries({
  'another key of the same user': demo.WORK_API_SECOND,
  'the key of another user': demo.ALICE,
  'the key of the user of the same name in another account': demo.OTHER_WORK_API,
})) {
  test(`a switch signed with ${what} is refused: a stolen cookie switches nothing`, async () => {
    const client = await signedIn();
    client.key = key;
    const params = await refusedHere(await client.switchTo(ADMIN), 403, 'key-not-bound');
    assert.deepEqual(params, { bound: demo.WORK_API.id, asked: key.id });
  });
}

test('two users of the same name in two accounts are two people', async () => {
  const client = await signedIn(demo.OTHER_WORK_API);
  const { session } = (await client.get('/api/session')).body;
  assert.deepEqual([session.session_name, session.principal.account_id], ['work_api', demo.PRODUCTION]);
  // The role trusts account 111111111111, and STS knows the difference.
  const answer = await client.switchTo(ADMIN);
  assert.deepEqual([answer.status, answer.body.code], [403, 'access-denied']);
});

test('nobody switches without having signed in', async () => {
  const client = here.portal.client();
  client.key = demo.WORK_API;
  await refusedHere(await client.switchTo(ADMIN), 401, 'session-missing');
  const held = { id: 'ASIAX', secret: 'x', token: 'y' };
  const signed = await client.parts(call('GetCallerIdentity'));
  await refusedHere(await client.openConsole(held, { role_arn: ADMIN.role_arn, signed }), 401, 'session-missing');
});

test('a role with a path is found, and the session\'s ARN drops the path', async () => {
  const client = await signedIn();
  const { body } = await client.switchTo({ role_arn: demo.role('team/a/reader'), role_session_name: 'work_api' });
  assert.equal(body.session.assumed_role_arn, 'arn:aws:sts::222222222222:assumed-role/reader/work_api');
  assert.equal(body.session.role_arn, demo.role('team/a/reader'));
});

test('an external ID, session tags, a session policy and a duration reach STS', async () => {
  const client = await signedIn();
  const vendor = { role_arn: demo.role('vendor_role'), role_session_name: 'work_api' };
  const without = await client.switchTo(vendor);
  assert.ok(without.body.causes.some(({ code }) => code === 'external-id-missing'), JSON.stringify(without.body.causes));
  const wrong = await client.switchTo({ ...vendor, external_id: 'nanori-demo-8' });
  assert.ok(wrong.body.causes.some(({ code }) => code === 'external-id-wrong'), JSON.stringify(wrong.body.causes));
  assert.equal((await client.switchTo({ ...vendor, external_id: 'nanori-demo-7' })).status, 200);

  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] });
  const tagged = { role_arn: demo.role('tagged_role'), role_session_name: 'work_api' };
  const full = { ...tagged, policy, tags: [{ key: 'project', value: 'a' }], duration_seconds: 1800 };
  const { status, body } = await client.switchTo(full);
  assert.equal(status, 200, JSON.stringify(body));
  const seconds = (Date.parse(body.session.expiration) - Date.now()) / 1000;
  assert.ok(Math.abs(seconds - 1800) < 10, `${seconds}`);
  assert.ok(body.session.packed_policy_size > 0);
});

test('a duration over the maximum of the role is told apart', async () => {
  const client = await signedIn();
  const long = { role_arn: demo.role('one_hour_role'), role_session_name: 'work_api', duration_seconds: 43200 };
  const { status, body } = await client.switchTo(long);
  assert.deepEqual([status, body.code, body.params.asked_seconds], [422, 'duration-over-role-maximum', '43200']);
  assert.equal((await client.switchTo({ ...long, role_arn: demo.role('twelve_hour_role') })).status, 200);
});

test('a role that trusts somebody else is refused with its likely causes', async () => {
  const client = await signedIn();
  const { status, body } = await client.switchTo({ role_arn: demo.role('alice_only'), role_session_name: 'work_api' });
  assert.deepEqual([status, body.code, body.upstream.code], [403, 'access-denied', 'AccessDenied']);
  const causes = body.causes.map(({ code }) => code);
  assert.ok(causes.includes('trust-policy-principal'), causes.join());
  assert.ok(!causes.includes('trust-policy-session-name'), 'the name is right, so it is no cause');
});

test('S4 a code of the MFA device is taken once, and its absence, falsehood and reuse are told apart', async () => {
  const client = await signedIn(demo.ALICE);
  const role = { role_arn: demo.role('mfa_admin'), role_session_name: 'alice' };
  const causes = async (more) => (await client.switchTo({ ...role, ...more })).body.causes.map(({ code }) => code);
  assert.ok((await causes({})).includes('mfa-missing'));
  const code = here.canaries.add(await here.aws.totp(demo.ALICE_MFA), 'an MFA code');
  const mfa = { serial_number: demo.ALICE_MFA, token_code: code };
  const wrong = String((Number(code) + 1) % 1e6).padStart(6, '0');
  here.canaries.add(wrong, 'a wrong MFA code');
  assert.ok((await causes({ ...mfa, token_code: wrong })).includes('mfa-code-wrong'));
  const serial = `arn:aws:iam::${demo.PEOPLE}:mfa/nobody`;
  assert.equal((await causes({ ...mfa, serial_number: serial }))[0], 'mfa-serial-wrong');
  const granted = await client.switchTo({ ...role, ...mfa, duration_seconds: 43200 });
  assert.equal(granted.status, 200, granted.text);
  assert.ok((await causes(mfa)).includes('mfa-code-reused'));
});

test('S6 a console is a form to post: no credentials come along, and nothing secret is in its address', async () => {
  const client = await signedIn();
  const { body, text } = await client.switchTo(ADMIN, { console: { region: 'eu-west-1', destination: 's3' } });
  assert.equal(body.outcome.kind, 'console');
  assert.doesNotMatch(text, /ASIA/);
  const { action, fields, destination, sign_out_url: signOut } = body.outcome.login;
  assert.equal(action, `${here.aws.origin}/federation`);
  here.canaries.absent([action, destination, signOut].join(' '), 'the addresses of the form');
  const value = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  assert.deepEqual(Object.keys(value).sort(), ['Action', 'Destination', 'Issuer', 'SigninToken']);
  assert.equal(value.Destination, `${here.aws.origin}/console/s3/buckets?region=eu-west-1`);
  const issuer = new URL(value.Issuer);
  assert.equal(issuer.origin, here.portal.origin);
  assert.deepEqual(
    [issuer.pathname, issuer.searchParams.get('role'), issuer.searchParams.get('region'), issuer.searchParams.get('destination')],
    ['/switch', ADMIN.role_arn, 'eu-west-1', 's3'],
  );
  // Posted, it lets a browser in as that session.
  const posted = await fetch(action, { method: 'POST', body: new URLSearchParams(value), redirect: 'manual' });
  assert.equal(posted.status, 302);
});

test('S6 a destination that is no console page is refused before a code or a session is used', async () => {
  const client = await signedIn();
  for (const destination of [
    'https://evil.example/',
    'https://console.aws.amazon.com.evil.example/',
    'https://evilconsole.aws.amazon.com/',
    'https://user@console.aws.amazon.com/',
    'https://console.aws.amazon.com:8443/',
    'https://console.aws.amazon.com\\@evil.example/',
    'http://console.aws.amazon.com/',
    'https://console.amazonaws.cn/',
    'https://signin.aws.amazon.com/oauth?Action=logout',
    '//evil.example/',
    'javascript:alert(1)',
    `${here.aws.origin}/_local/reset`,
    `${here.aws.origin}/console/../_local/reset`,
    `${here.aws.origin}.evil.example/console/`,
    'no-such-page',
  ]) {
    const answer = await client.switchTo(ADMIN, { console: { destination } });
    await refusedHere(answer, 422, 'destination-not-allowed');
  }
});

test('S6 a console for credentials that one holds, of the own name only', async () => {
  const client = await signedIn();
  const granted = async (role, name) => {
    const body = assumeRole({ role_arn: demo.role(role), role_session_name: name });
    const { key } = await callSts(body, { to: here.aws.origin, key: demo.WORK_API });
    here.canaries.add(key.secret, 'a temporary secret');
    here.canaries.add(key.token, 'a temporary token');
    return key;
  };
  const own = await granted('nameless_role', 'work_api');
  const role_arn = demo.role('nameless_role');
  const { status, body } = await client.openConsole(own, { role_arn, console: { destination: 'iam' } });
  assert.equal(status, 200);
  assert.equal(body.assumed_role_arn, 'arn:aws:sts::222222222222:assumed-role/nameless_role/work_api');

  const refusal = async (held, more = {}) => {
    const answer = await client.openConsole(held, { role_arn, ...more });
    return [answer.status, answer.body.code];
  };
  assert.deepEqual(await refusal(await granted('nameless_role', 'alice')), [403, 'name-not-bound']);
  assert.deepEqual(await refusal(await granted('nameless_role', 'Work_api')), [403, 'name-not-bound']);
  assert.deepEqual(await refusal(own, { role_arn: demo.role('admin_role') }), [502, 'answer-mismatch']);
  // A proof by one key does not open a console for another's credentials.
  const nameless = await granted('nameless_role', 'alice');
  const signed = await client.parts(call('GetCallerIdentity'), { key: own });
  assert.deepEqual(await refusal(nameless, { signed }), [403, 'key-not-bound']);
  assert.deepEqual(await refusal({ ...own, token: nameless.token }, { signed }), [403, 'key-not-bound']);
  const { key: user } = await callSts(call('GetSessionToken'), { to: here.aws.origin, key: demo.WORK_API });
  here.canaries.add(user.secret, 'a temporary secret');
  here.canaries.add(user.token, 'a temporary token');
  assert.deepEqual(await refusal(user), [403, 'principal-not-supported']);
});

test('GovCloud: the partition of the role decides, and roles of another partition stay apart', async () => {
  const client = here.portal.client();
  const signedIn = await client.signIn(demo.GOV_API, { region: 'us-gov-west-1' });
  assert.equal(signedIn.body?.principal?.arn, 'arn:aws-us-gov:iam::333333333333:user/gov_api');
  const role = { role_arn: 'arn:aws-us-gov:iam::333333333333:role/gov_admin', role_session_name: 'gov_api' };
  const granted = await client.switchTo(role, { signing: { region: 'us-gov-west-1' } });
  assert.equal(granted.body.session.assumed_role_arn, 'arn:aws-us-gov:sts::333333333333:assumed-role/gov_admin/gov_api');
  const console = await client.switchTo(role, { signing: { region: 'us-gov-west-1' }, console: { region: 'us-east-1' } });
  assert.deepEqual([console.status, console.body.params.reason], [422, 'region-outside-partition']);
});

test('a request that was signed for another partition than the role is in is not sent there', async () => {
  const client = await signedIn();
  for (const region of ['us-gov-west-1', 'cn-north-1', 'eusc-de-east-1']) {
    const answer = await client.switchTo(ADMIN, { signing: { region } });
    const params = await refusedHere(answer, 422, 'invalid-field');
    assert.equal(params.reason, 'region-outside-partition', region);
  }
  const held = { id: 'ASIANANORIDEMO000001', secret: 'x'.repeat(40), token: 'y'.repeat(80) };
  const signed = await client.parts(call('GetCallerIdentity'), { key: held, region: 'cn-north-1' });
  const console = await client.openConsole(held, { role_arn: ADMIN.role_arn, signed });
  await refusedHere(console, 422, 'invalid-field');
});

test('a switch and a refusal are each one line of the log, with role, name and purpose', async () => {
  const client = await signedIn();
  const [granted, refusal, denied] = await here.portal.recordsOf('switch', 3, async () => {
    await client.switchTo(ADMIN, { console: {} });
    await client.switchTo({ ...ADMIN, role_session_name: 'alice' });
    await client.switchTo({ ...ADMIN, role_arn: demo.role('alice_only') });
  });
  const who = { principal: 'arn:aws:iam::111111111111:user/work_api', session_name: 'work_api', event: 'switch' };
  const subset = (record, keys) => Object.fromEntries(keys.map((key) => [key, record[key]]));
  assert.deepEqual(subset(granted, Object.keys(who)), who);
  assert.deepEqual([granted.outcome, granted.role, granted.purpose], ['granted', ADMIN.role_arn, 'console']);
  assert.ok(granted.sts_request_id);
  assert.deepEqual([refusal.outcome, refusal.code, refusal.session_name], ['refused', 'name-not-bound', 'work_api']);
  assert.deepEqual([denied.outcome, denied.code, denied.upstream_code], ['refused', 'access-denied', 'AccessDenied']);
});
