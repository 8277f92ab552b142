// The real worker against an STS that others wrote: ministack verifies signatures, clocks, identity and trust policies.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

import { Canaries } from './lib/canary.mjs';
import { assumeRole } from './lib/client.mjs';
import { Portal } from './lib/portal.mjs';
import * as programs from './lib/programs.mjs';
import { Service } from './lib/service.mjs';
import { callSts } from './lib/signer.mjs';

const run = promisify(execFile);
const canaries = new Canaries();
let ministack, directory, portal, key;

before(async () => {
  const script = 'tests/sts/ministack_directory.py';
  const how = { cwd: programs.root, env: { PATH: process.env.PATH }, endsWithInput: true };
  ministack = new Service('ministack', programs.python(), [script], how);
  const [, line] = await ministack.printed(/^(\{.*\})$/m);
  directory = JSON.parse(line);
  key = { id: directory.access_key_id, secret: directory.secret_access_key };
  canaries.add(key.secret, "ministack's key");
  await nameDemandingRole();
  portal = await Portal.start({ canaries, aws: directory.origin });
});

after(async () => {
  const written = portal && (await portal.written());
  await Promise.all([portal?.stop(), ministack?.stop()]);
  canaries.absent(written, 'what the portal wrote');
});

/** A role whose trust policy demands the session name. ministack knows no `${aws:username}`, so it is spelt out. */
async function nameDemandingRole() {
  const trust = {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { AWS: `arn:aws:iam::${directory.account}:user/work_api` },
      Condition: { StringEquals: { 'sts:RoleSessionName': 'work_api' } },
    },
  };
  const words = ['iam', 'create-role', '--role-name', 'named_role', '--assume-role-policy-document', JSON.stringify(trust)];
  const env = {
    PATH: process.env.PATH,
    HOME: '/nonexistent',
    AWS_ENDPOINT_URL: directory.origin,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  await run(programs.pythonCommand('aws'), words, { env });
}

const role = (name) => ({ role_arn: `arn:aws:iam::${directory.account}:role/${name}`, role_session_name: 'work_api' });

async function signedIn() {
  const client = portal.client();
  const { status, body } = await client.signIn(key);
  assert.deepEqual([status, body.session_name], [200, 'work_api']);
  return client;
}

test('a user of another STS signs in and switches', async () => {
  const client = await signedIn();
  for (const name of ['team/a/admin_role', 'named_role']) {
    const { status, body, text } = await client.switchTo(role(name));
    assert.equal(status, 200, text);
    const short = name.split('/').at(-1);
    assert.equal(body.session.assumed_role_arn, `arn:aws:sts::${directory.account}:assumed-role/${short}/work_api`);
    // The credentials are good for that very session.
    const { access_key_id: id, secret_access_key: secret, session_token: token } = body.outcome.credentials;
    const to = directory.origin;
    const caller = await callSts('Action=GetCallerIdentity&Version=2011-06-15', { to, key: { id, secret, token } });
    assert.equal(caller.arn, body.session.assumed_role_arn);
  }
});

test('S2 another name is refused by Nanori, and sent around it by that STS', async () => {
  const client = await signedIn();
  const other = { ...role('named_role'), role_session_name: 'somebody' };
  const { status, body } = await client.switchTo(other);
  assert.deepEqual([status, body.code], [403, 'name-not-bound']);
  const around = await callSts(assumeRole(other), { to: directory.origin, key });
  assert.deepEqual([around.status, around.code], [403, 'AccessDenied']);
});

test('what that STS refuses is told apart', async () => {
  const client = await signedIn();
  const closed = await client.switchTo(role('team/a/closed_role'));
  assert.deepEqual([closed.status, closed.body.code], [403, 'access-denied']);
  const wrong = await portal.client().signIn({ ...key, secret: 'x'.repeat(40) });
  assert.deepEqual([wrong.status, wrong.body.code], [401, 'signature-mismatch']);
  const unknown = await portal.client().signIn({ ...key, id: 'AKIANANORINOBODY0000' });
  assert.deepEqual([unknown.status, unknown.body.code], [401, 'key-unknown']);
  const foreign = await portal.client().signIn(key, { audience: 'https://other-portal.example' });
  assert.deepEqual([foreign.status, foreign.body.code], [401, 'signature-mismatch']);
  const changed = await client.parts(assumeRole({ ...role('named_role'), role_session_name: 'somebody' }));
  assert.equal((await client.switchTo(role('named_role'), { signed: changed })).body.code, 'signature-mismatch');
});
