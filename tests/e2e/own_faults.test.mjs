// A fault of the portal's own program: the request ends with a problem, and the next one finds the program begun anew.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as demo from './lib/demo.mjs';
import { scene } from './lib/scene.mjs';

const ADMIN = { role_arn: demo.role('admin_role'), role_session_name: 'work_api' };

// A task that lies nowhere: the program traps on it, as it would on a fault of its own.
const FAULT = "if (new URL(request.url).pathname === '/api/fault') Object.assign(Object.create(Task.prototype), { __wbg_ptr: 1 }).resume();";
const here = scene({ entry: (text) => text.replace('return await run(', `${FAULT}\n$&`) });

/** Fails unless the answer is a problem of the portal's own, with nothing of the fault in it. */
function faulty(answer) {
  assert.deepEqual([answer.status, answer.body.code], [500, 'internal']);
  assert.deepEqual(Object.keys(answer.body).sort(), ['code', 'request_id', 'status', 'title', 'type']);
}

test('a fault is a problem with a line in the log, and the next request is answered', async () => {
  const client = here.portal.client();
  await client.signIn(demo.WORK_API);
  for (let time = 0; time < 3; time++) {
    let answer;
    const [line] = await here.portal.recordsOf('fault', 1, async () => (answer = await client.get('/api/fault')));
    faulty(answer);
    assert.deepEqual(line, { event: 'fault', request_id: answer.body.request_id, what: 'RuntimeError' });
    assert.equal((await client.switchTo(ADMIN)).status, 200, 'the session still counts');
  }
});

test('a request that waits for AWS while another faults ends too, and can be repeated', async () => {
  const client = here.portal.client();
  await client.signIn(demo.WORK_API);
  await here.aws.fault({ operation: 'AssumeRole', delay_ms: 1_500 });
  const waiting = client.switchTo(ADMIN);
  await new Promise((resolve) => setTimeout(resolve, 500));
  faulty(await client.get('/api/fault'));
  faulty(await waiting);
  assert.equal((await client.switchTo(ADMIN)).status, 200);
});
