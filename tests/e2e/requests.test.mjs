// Requests that no page of the portal would send: from other sites, of another form, with more in them than there is
// a place for, with a cookie that is not theirs.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assumeRole, ownHeaders } from './lib/client.mjs';
import * as demo from './lib/demo.mjs';
import { SESSION_KEY } from './lib/portal.mjs';
import { scene } from './lib/scene.mjs';
import { call } from './lib/signer.mjs';

// The second portal has a key of its own, and still opens what was sealed with the first one's.
const OTHER_KEY = 'ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8';
const here = scene({ also: { second: { variables: { SESSION_KEY: OTHER_KEY, SESSION_KEY_PREVIOUS: SESSION_KEY } } } });
const ADMIN = { role_arn: demo.role('admin_role'), role_session_name: 'work_api' };

async function signedIn(key = demo.WORK_API) {
  const client = here.portal.client();
  assert.equal((await client.signIn(key)).status, 200);
  await here.aws.reset();
  return client;
}

/** A switch request that would be granted. */
async function granted(client, more = {}) {
  return { signed: await client.parts(assumeRole(ADMIN)), role: ADMIN, ...more };
}

async function refusedUnsent(answer, status, code) {
  assert.deepEqual([answer.status, answer.body.code], [status, code]);
  assert.deepEqual(await here.aws.asked(), [], 'STS is not asked');
}

// ------------------------------------------------------------------------------------------------ from other sites

const FOREIGN = {
  'without Origin': { origin: undefined },
  'from another origin': { origin: 'https://evil.example' },
  'from no origin (a sandboxed page)': { origin: 'null' },
  'from the same host, another port': (portal) => ({ origin: portal.origin.replace(/\d+$/, '1') }),
  'from an origin that begins alike': (portal) => ({ origin: `${portal.origin}.evil.example` }),
  'without the header that no form can send': { 'x-nanori-request': undefined },
  'with that header, but empty': { 'x-nanori-request': '' },
  'that the browser calls cross-site': { 'sec-fetch-site': 'cross-site' },
  'that the browser calls same-site': { 'sec-fetch-site': 'same-site' },
  'that the browser calls a navigation of the person': { 'sec-fetch-site': 'none' },
};

for (const [what, headers] of Object.entries(FOREIGN)) {
  test(`a request ${what} is refused at every path`, async () => {
    const client = await signedIn();
    const changed = typeof headers === 'function' ? headers(here.portal) : headers;
    const body = await granted(client);
    await refusedUnsent(await client.post('/api/switch', body, changed), 403, 'cross-site-request');
    const { signed } = body;
    await refusedUnsent(await client.post('/api/identity', { signed }, changed), 403, 'cross-site-request');
    await refusedUnsent(await client.post('/api/console', {}, changed), 403, 'cross-site-request');
    const signOut = await client.post('/api/sign-out', {}, changed);
    await refusedUnsent(signOut, 403, 'cross-site-request');
    assert.equal(signOut.headers['set-cookie'], undefined, 'nobody else signs a person out');
    // The same without the change goes through.
    assert.equal((await client.post('/api/switch', body)).status, 200);
  });
}

test('a browser that sends no Sec-Fetch-Site is let through by the other checks', async () => {
  const client = await signedIn();
  assert.equal((await client.post('/api/switch', await granted(client), { 'sec-fetch-site': undefined })).status, 200);
});

test('no answer allows another origin to read it', async () => {
  const client = await signedIn();
  for (const [method, path] of [['OPTIONS', '/api/switch'], ['GET', '/api/session'], ['GET', '/api/config'], ['GET', '/']]) {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const answer = await client.send(method, path, { headers });
    const allowed = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'));
    assert.deepEqual(allowed, [], `${method} ${path}`);
  }
});

// ------------------------------------------------------------------------------------------------ of another form

for (const type of [
  undefined,
  '',
  'text/plain',
  'text/plain; application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json-seq',
  'application/problem+json',
  'application/json; charset=utf-16',
  'application/json, text/plain',
]) {
  test(`a body of type ${type} is refused`, async () => {
    const client = await signedIn();
    const answer = await client.post('/api/switch', await granted(client), { 'content-type': type });
    await refusedUnsent(answer, 415, 'unsupported-media-type');
  });
}

for (const type of ['application/json;charset=utf-8', 'Application/JSON; charset=UTF-8']) {
  test(`a body of type ${type} is taken`, async () => {
    const client = await signedIn();
    assert.equal((await client.post('/api/switch', await granted(client), { 'content-type': type })).status, 200);
  });
}

/** Each makes of the JSON of a good request one that has to be refused. @type {Record<string, (json: string) => string | Buffer>} */
const MALFORMED = {
  'the name twice, the right one first': (json) => json.replace('"role_session_name":"work_api"', '$&,"role_session_name":"alice"'),
  'the name twice, the right one last': (json) => json.replace('"role_session_name":"work_api"', '"role_session_name":"alice",$&'),
  'the name twice, once with an escape': (json) => json.replace('"role_session_name"', '"role\\u005fsession_name":"alice",$&'),
  'the role twice': (json) => json.replace('"role":{', '"role":{"role_arn":"x","role_session_name":"alice"},$&'),
  'the signature twice': (json) => json.replace('"signed":{', '"signed":{},$&'),
  'the key id twice': (json) => json.replace('"access_key_id"', `"access_key_id":"${demo.ALICE.id}",$&`),
  'AWS\'s own spelling of the name beside ours': (json) => json.replace('"role_session_name"', '"RoleSessionName":"alice",$&'),
  'another case of a field': (json) => json.replace('"role_session_name"', '"Role_Session_Name":"alice",$&'),
  'a URL': (json) => json.replace('"signed":{', '$&"url":"https://evil.example/",'),
  'headers': (json) => json.replace('"signed":{', '$&"headers":{"host":"evil.example"},'),
  'a body': (json) => json.replace('"signed":{', '$&"body":"Action=GetCallerIdentity",'),
  'an action': (json) => json.replace('"role":{', '$&"Action":"GetFederationToken",'),
  'a host beside the region': (json) => json.replace('"region"', '"host":"evil.example",$&'),
  'an endpoint that does not exist': (json) => json.replace('"region"', '"endpoint":"https://evil.example/",$&'),
  'a list instead of the role': (json) => json.replace(/"role":(\{.*?\})/, '"role":[$1]'),
  'a number as name': (json) => json.replace('"role_session_name":"work_api"', '"role_session_name":1'),
  'a fraction as duration': (json) => json.replace('"role_session_name"', '"duration_seconds":3600.5,$&'),
  'a negative duration': (json) => json.replace('"role_session_name"', '"duration_seconds":-1,$&'),
  'a duration that overflows': (json) => json.replace('"role_session_name"', '"duration_seconds":4294968196,$&'),
  'a second value behind it': (json) => `${json}{}`,
  'a byte order mark': (json) => `\ufeff${json}`,
  'a comment': (json) => `/**/${json}`,
  'its end cut off': (json) => json.slice(0, -1),
  'bytes that are no UTF-8': (json) => Buffer.concat([Buffer.from(json.slice(0, -2)), Buffer.from([0xff, 0xfe]), Buffer.from('}}')]),
  'half a surrogate': (json) => json.replace('"role_session_name":"work_api"', '"role_session_name":"work_api\\ud800"'),
  'nothing': () => '',
  'only null': () => 'null',
  'very deep nesting': () => '['.repeat(20_000),
};

for (const [what, make] of Object.entries(MALFORMED)) {
  test(`a body with ${what} is refused`, async () => {
    const client = await signedIn();
    const json = JSON.stringify(await granted(client));
    const made = make(json);
    assert.notEqual(made.toString(), json, 'the test changes something');
    const answer = await client.send('POST', '/api/switch', { headers: ownHeaders(here.portal), body: made });
    await refusedUnsent(answer, 400, 'malformed-body');
  });
}

for (const chunked of [false, true]) {
  test(`a body over 32 KiB is refused, its size ${chunked ? 'not announced' : 'announced'}`, async () => {
    const client = await signedIn();
    const json = JSON.stringify(await granted(client));
    const fits = json + ' '.repeat(32 * 1024 - json.length);
    const headers = ownHeaders(here.portal);
    assert.equal((await client.send('POST', '/api/switch', { headers, body: fits, chunked })).status, 200);
    await here.aws.reset();
    const answer = await client.send('POST', '/api/switch', { headers, body: `${fits} `, chunked });
    await refusedUnsent(answer, 413, 'body-too-large');
    const huge = await client.send('POST', '/api/switch', { headers, body: `${json}${' '.repeat(4 << 20)}`, chunked });
    await refusedUnsent(huge, 413, 'body-too-large');
  });
}

/** Parameters that STS would not take, and the field that the problem must name. */
const INVALID = {
  'a role ARN with another parameter behind it': [{ role_arn: `${ADMIN.role_arn}&RoleSessionName=alice` }, 'RoleName'],
  'a role ARN with a line break': [{ role_arn: `${ADMIN.role_arn}\r\nX: y` }, 'Arn'],
  'a role ARN over 2,048 characters': [{ role_arn: `arn:aws:iam::222222222222:role/${'a/'.repeat(1100)}x` }, 'Arn'],
  'the ARN of a user': [{ role_arn: 'arn:aws:iam::222222222222:user/admin_role' }, 'RoleArn'],
  'an account of eleven digits': [{ role_arn: 'arn:aws:iam::22222222222:role/admin_role' }, 'AccountId'],
  'an account in other digits': [{ role_arn: 'arn:aws:iam::２２２２２２２２２２２２:role/admin_role' }, 'Arn'],
  'an isolated partition': [{ role_arn: 'arn:aws-iso:iam::222222222222:role/admin_role' }, 'Partition'],
  'a duration under 900 s': [{ duration_seconds: 899 }, 'DurationSeconds'],
  'a duration over 43,200 s': [{ duration_seconds: 43201 }, 'DurationSeconds'],
  'an external ID of one character': [{ external_id: 'x' }, 'ExternalId'],
  'an external ID over 1,224 characters': [{ external_id: 'x'.repeat(1225) }, 'ExternalId'],
  'an external ID with another parameter behind it': [{ external_id: 'x&RoleSessionName=alice' }, 'ExternalId'],
  'an MFA device without a code': [{ serial_number: demo.ALICE_MFA }, 'TokenCode'],
  'a code without an MFA device': [{ token_code: '123123' }, 'SerialNumber'],
  'a code of five digits': [{ serial_number: demo.ALICE_MFA, token_code: '12312' }, 'TokenCode'],
  'a code in other digits': [{ serial_number: demo.ALICE_MFA, token_code: '１２３１２３' }, 'TokenCode'],
  'a session policy over 2,048 characters': [{ policy: `{"x":"${'x'.repeat(2048)}"}` }, 'Policy'],
  'eleven managed policies': [{ policy_arns: Array(11).fill('arn:aws:iam::aws:policy/ReadOnlyAccess') }, 'PolicyArns'],
  'fifty-one tags': [{ tags: Array.from({ length: 51 }, (_, at) => ({ key: `k${at}`, value: 'v' })) }, 'TagKey'],
  'the same tag twice in another case': [{ tags: [{ key: 'Team', value: 'a' }, { key: 'team', value: 'b' }] }, 'TagKey'],
  'a tag key over 128 characters': [{ tags: [{ key: 'k'.repeat(129), value: 'v' }] }, 'TagKey'],
  'a tag value over 256 characters': [{ tags: [{ key: 'k', value: 'v'.repeat(257) }] }, 'TagValue'],
  'a tag value with another parameter behind it': [{ tags: [{ key: 'k', value: 'v&RoleSessionName=alice' }] }, 'TagValue'],
};

for (const [what, [more, field]] of Object.entries(INVALID)) {
  test(`a switch with ${what} is refused with the field`, async () => {
    const client = await signedIn();
    const answer = await client.switchTo({ ...ADMIN, ...more });
    await refusedUnsent(answer, 422, 'invalid-field');
    assert.equal(answer.body.params.field, field);
    assert.ok(answer.body.params.reason);
  });
}

/** Parts of a signature that could turn a request around, were they written into one as they are. */
const PARTS = {
  'a region with a host behind it': { region: 'us-east-1.evil.example' },
  'a region with a path': { region: 'us-east-1/x' },
  'a region with dots': { region: '../us-east-1' },
  'a region with user info': { region: 'x@evil.example' },
  'a region with a port': { region: 'us-east-1:8080' },
  'a region with a fragment': { region: 'evil.example#' },
  'a region with a query': { region: 'evil.example?' },
  'a region with a backslash': { region: 'evil.example\\' },
  'a region with a line break': { region: 'us-east-1\r\nHost: evil.example' },
  'a region with a space': { region: 'us-east-1 ' },
  'a region in capitals': { region: 'US-EAST-1' },
  'a region in full-width letters': { region: 'ｕｓ-east-1' },
  'no region': { region: '' },
  'a region that is an address': { region: '169.254.169.254' },
  'a region of an isolated partition': { region: 'us-iso-east-1' },
  'a region nobody knows': { region: 'xx-nowhere-1' },
  'a date with another header behind it': { amz_date: '20260102T030405Z\r\nx-evil: 1' },
  'a date of another form': { amz_date: 'yesterday' },
  'a date that does not exist': { amz_date: '20261332T250000Z' },
  'a key id with a scope behind it': { access_key_id: `${demo.WORK_API.id}/20260102` },
  'a key id with another field behind it': { access_key_id: `${demo.WORK_API.id}, Credential=x` },
  'a signature with another field behind it': { signature: `${'a'.repeat(64)}, SignedHeaders=host` },
  'a signature in capitals': { signature: 'A'.repeat(64) },
  'a signature that is too short': { signature: 'a'.repeat(63) },
  'a session token with a line break': { session_token: 'x\r\nhost: evil.example' },
  'a session token that is not ASCII': { session_token: 'トークン' },
};

for (const [what, parts] of Object.entries(PARTS)) {
  test(`a signature with ${what} is refused with the field`, async () => {
    const client = await signedIn();
    const signed = { ...(await client.parts(call('GetCallerIdentity'))), ...parts };
    const answer = await client.post('/api/identity', { signed });
    await refusedUnsent(answer, 422, 'invalid-field');
    assert.ok(answer.body.params.field);
  });
}

// ------------------------------------------------------------------------------------------------ another's cookie

test('a cookie in which a single character is changed is none', async () => {
  const client = await signedIn();
  const value = client.cookie.split('=')[1];
  for (const at of [0, 10, 31, 32, 40, Math.floor(value.length / 2), value.length - 2]) {
    const other = value[at] === 'A' ? 'B' : 'A';
    client.cookie = `__Host-nanori=${value.slice(0, at)}${other}${value.slice(at + 1)}`;
    assert.equal((await client.get('/api/session')).body.session, null, `character ${at}`);
    await refusedUnsent(await client.post('/api/switch', await granted(client)), 401, 'session-missing');
  }
});

test('a cookie that is cut, lengthened, empty or made up is none', async () => {
  const client = await signedIn();
  const value = client.cookie.split('=')[1];
  const made = Buffer.from(JSON.stringify({ arn: 'arn:aws:iam::111111111111:user/work_api', uid: 'AIDAX', key: demo.WORK_API.id }));
  for (const other of [value.slice(0, -4), `${value}AAAA`, '', '.', 'A'.repeat(200), made.toString('base64url'), `${value}=`]) {
    client.cookie = `__Host-nanori=${other}`;
    assert.equal((await client.get('/api/session')).body.session, null, other.slice(0, 8));
  }
});

test('of two cookies neither counts, and one of another name neither', async () => {
  const client = await signedIn();
  const own = client.cookie;
  const thief = await signedIn(demo.ALICE);
  for (const cookie of [`${own}; ${thief.cookie}`, `${thief.cookie}; ${own}`, own.replace('__Host-', ''), own.replace('__Host-nanori', '__host-nanori')]) {
    client.cookie = cookie;
    assert.equal((await client.get('/api/session')).body.session, null);
  }
  client.cookie = `theme=dark; ${own}; other=1`;
  assert.equal((await client.get('/api/session')).body.session.session_name, 'work_api');
});

test('the cookie of one person with the key of another switches nothing', async () => {
  const thief = await signedIn(demo.ALICE);
  thief.cookie = (await signedIn()).cookie;
  const answer = await thief.switchTo(ADMIN);
  await refusedUnsent(answer, 403, 'key-not-bound');
});

test('a cookie that another key sealed is none; one of the previous key still counts', async () => {
  const old = await signedIn();
  const renewed = here.second.client();
  assert.equal((await renewed.signIn(demo.WORK_API)).status, 200);
  const visitor = here.portal.client();
  visitor.cookie = renewed.cookie;
  assert.equal((await visitor.get('/api/session')).body.session, null);
  const kept = here.second.client();
  kept.cookie = old.cookie;
  assert.equal((await kept.get('/api/session')).body.session.session_name, 'work_api');
});
