// The brakes: so many requests of an address, so many of a person, then a wait that is said.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assumeRole } from './lib/client.mjs';
import * as demo from './lib/demo.mjs';
import { scene } from './lib/scene.mjs';

// The third portal has only the platform's limit to keep, and a low one.
const here = scene({
  variables: { PRINCIPAL_LIMIT_PER_MINUTE: '3' },
  also: { narrow: { variables: { ADDRESS_LIMIT_PER_MINUTE: '2' } }, platform: { platformLimit: 5 } },
});
const ADMIN = { role_arn: demo.role('admin_role'), role_session_name: 'work_api' };

/** Fails unless the answer says to come back, and when. */
function braked(answer, scope) {
  assert.deepEqual([answer.status, answer.body.code, answer.body.params.scope], [429, 'rate-limited', scope]);
  const seconds = Number(answer.headers['retry-after']);
  assert.ok(seconds >= 1 && seconds <= 60, `retry-after ${seconds}`);
}

test('a person may switch so often a minute; another of the same name is another person', async () => {
  const client = here.portal.client();
  // Signing in is the first of three.
  assert.equal((await client.signIn(demo.WORK_API)).status, 200);
  assert.equal((await client.switchTo(ADMIN)).status, 200);
  assert.equal((await client.switchTo({ ...ADMIN, role_session_name: 'alice' })).status, 403);
  await here.aws.reset();
  braked(await client.switchTo(ADMIN), 'principal');
  assert.deepEqual(await here.aws.asked(), [], 'STS is not asked');
  // Another key of the same person has no more of it, nor a new session.
  braked(await here.portal.client().signIn(demo.WORK_API_SECOND), 'principal');
  // Reading goes on, and signing out.
  assert.equal((await client.get('/api/session')).body.session.session_name, 'work_api');
  assert.equal((await client.post('/api/sign-out', {})).status, 200);
  const other = here.portal.client();
  assert.equal((await other.signIn(demo.OTHER_WORK_API)).status, 200);
});

test('an address may ask so often a minute, whoever asks and for whatever', async () => {
  const client = here.narrow.client();
  assert.equal((await client.signIn(demo.WORK_API)).status, 200);
  assert.equal((await client.post('/api/identity', '{}')).status, 400);
  await here.aws.reset();
  braked(await client.switchTo(ADMIN), 'address');
  braked(await here.narrow.client().signIn(demo.ALICE), 'address');
  assert.deepEqual(await here.aws.asked(), [], 'STS is not asked');
  for (const path of ['/', '/api/health', '/api/config', '/api/session']) assert.equal((await client.get(path)).status, 200, path);
});

test('a header of the client does not make it another address', async () => {
  for (const name of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'true-client-ip']) {
    const client = here.narrow.client();
    client.key = demo.WORK_API;
    const parts = await client.parts(assumeRole(ADMIN));
    await client.post('/api/switch', { signed: parts, role: ADMIN }, { [name]: '6.6.6.6' });
    await client.post('/api/switch', { signed: parts, role: ADMIN }, { [name]: '6.6.6.7' });
    braked(await client.post('/api/switch', { signed: parts, role: ADMIN }, { [name]: '6.6.6.8' }), 'address');
  }
});

test('over all isolates the platform counts too', async () => {
  const client = here.platform.client();
  const answers = [];
  // Twice as many and one: the platform counts by the minute, and a minute may end in between.
  for (let count = 0; count < 11; count += 1) answers.push(await client.post('/api/sign-out', {}));
  assert.deepEqual(answers.slice(0, 5).map(({ status }) => status), Array(5).fill(200));
  const answer = answers.find(({ status }) => status !== 200);
  braked(answer, 'address');
  assert.equal(answer.headers['retry-after'], '60');
});
