// Every fault that AWS can have, at every call: the right problem, no more tries than STS allows, and nothing lost — the
// same person repeats the same request and it is granted.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as demo from './lib/demo.mjs';
import { refusal } from './lib/impostor.mjs';
import { scene } from './lib/scene.mjs';

// Behind the second portal there is no AWS at all: the port is not served.
const here = scene({ also: { alone: { variables: { LOCAL_AWS_URL: 'http://127.0.0.1:9' } } } });
const ADMIN = { role_arn: demo.role('admin_role'), role_session_name: 'work_api' };

/** The calls: how each is made, and what it is called. */
const CALLS = {
  GetCallerIdentity: { service: 'sts', make: (client) => client.signIn(demo.WORK_API) },
  AssumeRole: { service: 'sts', make: (client) => client.switchTo(ADMIN) },
  getSigninToken: { service: 'signin', make: (client) => client.switchTo(ADMIN, { console: { destination: 's3' } }) },
};

/**
 * Faults that last: `times` is more than any number of tries. For STS and, where it differs, for sign-in: status and code
 * of the problem, and after how many tries.
 */
const FAULTS = {
  'status 500': { fault: { fault: 'status', status: 500 }, sts: [502, 'sts-refused', 3], signin: [502, 'upstream-malformed', 2] },
  'status 503': { fault: { fault: 'status', status: 503 }, sts: [502, 'sts-refused', 3], signin: [502, 'upstream-malformed', 2] },
  'a refusal nobody knows': {
    fault: { fault: 'body', status: 400, body: refusal('SomethingNew', 'a refusal of the future') },
    sts: [502, 'sts-refused', 1],
    signin: [502, 'signin-refused', 1],
  },
  throttling: { fault: { fault: 'throttle' }, sts: [503, 'sts-throttled', 3], signin: [502, 'signin-refused', 1] },
  'a dropped connection': { fault: { fault: 'drop' }, sts: [502, 'upstream-unreachable', 3], signin: [502, 'upstream-unreachable', 1] },
  'an answer that is cut': { fault: { fault: 'malformed' }, sts: [502, 'upstream-malformed', 1], signin: [502, 'upstream-malformed', 1] },
  'an answer of 8 MiB': { fault: { fault: 'oversized' }, sts: [502, 'upstream-malformed', 1], signin: [502, 'upstream-malformed', 1] },
  'a redirect': {
    fault: { fault: 'redirect', location: 'https://evil.example/' },
    sts: [502, 'upstream-malformed', 1],
    signin: [502, 'upstream-malformed', 1],
  },
  'a page of a proxy': {
    fault: { fault: 'body', status: 403, content_type: 'text/html', body: '<h1>Forbidden</h1>' },
    sts: [502, 'upstream-malformed', 1],
    signin: [502, 'signin-refused', 1],
  },
};

const TIMES = 9;

for (const [operation, { service, make }] of Object.entries(CALLS)) {
  for (const [what, { fault, ...expected }] of Object.entries(FAULTS)) {
    test(`${operation}: ${what} gives its problem, and then goes on`, async () => {
      const client = here.portal.client();
      await client.signIn(demo.WORK_API);
      const { cookie } = client;
      await here.aws.fault({ operation, times: TIMES, ...fault });
      const answer = await make(client);
      const [left] = await here.aws.faultsLeft();
      assert.deepEqual([answer.status, answer.body.code, TIMES - left.times], expected[service]);
      if (answer.body.params?.service) assert.equal(answer.body.params.service, service);
      assert.equal(client.cookie, cookie, 'the session is kept');
      await here.aws.fault();
      assert.equal((await make(client)).status, 200, 'the same request is granted');
    });
  }

  test(`${operation}: a fault that passes is not even noticed`, async () => {
    const client = here.portal.client();
    await client.signIn(demo.WORK_API);
    for (const fault of ['status', ...(service === 'sts' ? ['throttle', 'drop'] : [])]) {
      await here.aws.fault({ operation, fault });
      assert.equal((await make(client)).status, 200, fault);
      assert.deepEqual(await here.aws.faultsLeft(), [], 'the fault has happened');
    }
  });
}

for (const [operation, { service, make }] of Object.entries(CALLS)) {
  test(`${operation}: an answer that is late is given up, and then goes on`, { timeout: 60_000 }, async () => {
    const client = here.portal.client();
    await client.signIn(demo.WORK_API);
    await here.aws.fault({ operation, delay_ms: 20_000 });
    const answer = await make(client);
    assert.deepEqual([answer.status, answer.body.code, answer.body.params.service], [504, 'upstream-timeout', service]);
    assert.equal((await make(client)).status, 200);
  });
}

test('a wait that says when to come back', async () => {
  const client = here.portal.client();
  await client.signIn(demo.WORK_API);
  await here.aws.fault({ operation: 'AssumeRole', fault: 'throttle', times: TIMES });
  const { headers, body } = await client.switchTo(ADMIN);
  assert.ok(Number(headers['retry-after']) > 0);
  assert.deepEqual(body.causes, [{ code: 'too-many-calls' }]);
});

test('S2 an answer for another name is a mismatch, whatever STS did', async () => {
  const client = here.portal.client();
  await client.signIn(demo.WORK_API);
  await here.aws.fault({ operation: 'AssumeRole', fault: 'other_name', session_name: 'alice' });
  const { status, body } = await client.switchTo(ADMIN);
  assert.deepEqual([status, body.code], [502, 'answer-mismatch']);
});

for (const fault of [{ fault: 'drop' }, { fault: 'status', status: 500 }]) {
  test(`S4 a request with an MFA code is sent once: ${fault.fault}`, async () => {
    const client = here.portal.client();
    await client.signIn(demo.ALICE);
    const token_code = here.canaries.add(await here.aws.totp(demo.ALICE_MFA), 'an MFA code');
    const role = { role_arn: demo.role('mfa_admin'), role_session_name: 'alice', serial_number: demo.ALICE_MFA, token_code };
    await here.aws.fault({ operation: 'AssumeRole', times: TIMES, ...fault });
    assert.equal((await client.switchTo(role)).status, 502);
    assert.equal((await here.aws.faultsLeft())[0].times, TIMES - 1);
    // STS has not looked at a call that it throttled: the code is still good, and sent again.
    await here.aws.fault();
    await here.aws.fault({ operation: 'AssumeRole', fault: 'throttle' });
    assert.equal((await client.switchTo(role)).status, 200);
  });
}

test('S6 a console duration that AWS refuses is left out, and the person is told', async () => {
  const client = here.portal.client();
  await client.signIn(demo.WORK_API);
  await here.aws.fault({ operation: 'getSigninToken', fault: 'status', status: 400 });
  const { body } = await client.switchTo(ADMIN, { console: { session_duration: 3600 } });
  assert.equal(body.outcome.login.was_shortened, true);
  const again = await client.switchTo(ADMIN, { console: { session_duration: 3600 } });
  assert.equal(again.body.outcome.login.was_shortened, false);
});

test('an AWS that is not there at all', async () => {
  const client = here.portal.client();
  await client.signIn(demo.WORK_API);
  const parts = await client.parts('Action=GetCallerIdentity&Version=2011-06-15');
  const answer = await here.alone.client().post('/api/identity', { signed: parts });
  assert.deepEqual([answer.status, answer.body.code], [502, 'upstream-unreachable']);
});
