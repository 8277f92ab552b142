// What every answer bears, whatever was asked for: security headers, a policy, the shape that the OpenAPI document says.
// The checks themselves are in lib/answer.mjs and run on every answer of every test; here is what no other test asks for.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openapi } from './lib/answer.mjs';
import { assumeRole } from './lib/client.mjs';
import * as demo from './lib/demo.mjs';
import { scene } from './lib/scene.mjs';
import { faults } from './lib/schema.mjs';
import { call } from './lib/signer.mjs';

// Deployments that must not work: one that has a local AWS without being development, one without a session key.
const here = scene({
  also: { pretender: { variables: { DEVELOPMENT: 'false' } }, keyless: { variables: { SESSION_KEY: '' } } },
});

test('pages, files, what is not there, and every method bear the security headers', async () => {
  const client = here.portal.client();
  for (const page of ['/', '/switch', '/settings', '/no/such/page', '/boot.js', '/robots.txt', '/?a=b', '/%2e%2e/secret', '/.env']) {
    const { status } = await client.get(page);
    assert.ok([200, 304, 307, 404].includes(status), `${page}: ${status}`);
  }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    assert.equal((await client.send(method, '/')).status, 405, method);
  }
  assert.equal((await client.send('HEAD', '/')).status, 200);
});

test('the page is the front end, and a path that the browser resolves is the page again', async () => {
  const client = here.portal.client();
  const page = await client.get('/');
  assert.match(page.headers['content-type'], /^text\/html/);
  assert.equal(page.headers['cache-control'], 'no-cache');
  assert.equal((await client.get('/switch?role=arn:aws:iam::222222222222:role/admin_role')).text, page.text);
  assert.equal((await client.get('/api')).body.code, 'not-found');
});

test('no path leads away from the portal', async () => {
  const client = here.portal.client();
  const away = ['//evil.example', '//evil.example/', '//evil.example/index.html', '///evil.example/%2e%2e/', '/\\\\evil.example/index', '/%2f%2fevil.example/', '/\\t/evil.example/'];
  for (const path of away) {
    const { location } = (await client.get(path)).headers;
    if (location) assert.equal(new URL(location, here.portal.origin).origin, here.portal.origin, path);
  }
});

test('files with a hash in their name are kept for ever, others are asked for again', async () => {
  const client = here.portal.client();
  const page = (await client.get('/')).text;
  const files = [...page.matchAll(/(?:src|href)="?(\/[^"\s>]+\.(?:js|css|wasm|svg))/g)].map(([, file]) => file);
  assert.ok(files.some((file) => file.endsWith('.wasm')), 'the page names the program');
  for (const file of files) {
    const { status, headers } = await client.get(file);
    assert.equal(status, 200, file);
    const isHashed = /-[0-9a-f]{12,16}[./]/.test(file);
    assert.equal(headers['cache-control'], isHashed ? 'public, max-age=31536000, immutable' : 'no-cache', file);
  }
});

test('the page has no inline script or style', async () => {
  const { text } = await here.portal.client().get('/');
  assert.doesNotMatch(text, /<script(?![^>]*\bsrc=)[^>]*>/);
  assert.doesNotMatch(text, /<style|\sstyle=|\son\w+=/);
});

test('each path of the API takes its method and no other', async () => {
  const client = here.portal.client();
  const { paths } = await openapi(here.portal);
  for (const [place, operations] of Object.entries(paths)) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      if (method.toLowerCase() in operations) continue;
      const { status, body } = await client.send(method, place);
      assert.deepEqual([status, body.code], [405, 'method-not-allowed'], `${method} ${place}`);
      // A file, like any other, says no more.
      if (place !== '/api/openapi.json') assert.equal(body.params.allow, 'get' in operations ? 'GET, HEAD' : 'POST', place);
    }
    if ('get' in operations) assert.ok([200, 401].includes((await client.send('HEAD', place)).status), `HEAD ${place}`);
  }
});

test('the document says what the API does: every path, every request that is sent here, every code', async () => {
  const document = await openapi(here.portal);
  assert.equal(document.openapi, '3.1.0');
  const paths = ['/api/config', '/api/console', '/api/health', '/api/identity', '/api/openapi.json', '/api/session', '/api/sign-out', '/api/switch'];
  assert.deepEqual(Object.keys(document.paths).sort(), paths);
  for (const [place, operations] of Object.entries(document.paths)) {
    const answer = await here.portal.client().send(Object.keys(operations)[0].toUpperCase(), place);
    assert.notEqual(answer.status, 404, place);
  }
  const client = here.portal.client();
  client.key = demo.ALICE;
  const full = {
    role_arn: demo.role('mfa_admin'),
    role_session_name: 'alice',
    duration_seconds: 3600,
    external_id: 'x/1',
    serial_number: demo.ALICE_MFA,
    token_code: '123456',
    source_identity: 'alice',
    policy: '{}',
    policy_arns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
    tags: [{ key: 'a', value: 'b' }],
    transitive_tag_keys: ['a'],
  };
  const signed = await client.parts(assumeRole(full));
  const requests = {
    '/api/identity': { signed: await client.parts(call('GetCallerIdentity')) },
    '/api/switch': { signed, role: full, console: { region: 'eu-west-1', destination: 's3', session_duration: 900 } },
  };
  for (const [place, body] of Object.entries(requests)) {
    const { schema } = document.paths[place].post.requestBody.content['application/json'];
    assert.deepEqual(faults(body, schema, document), [], place);
    assert.notDeepEqual(faults({ ...body, url: 'https://evil.example' }, schema, document), [], 'unknown fields do not fit');
  }
});

test('health and config say what they must and nothing secret', async () => {
  const client = here.portal.client();
  const { body: health } = await client.get('/api/health');
  assert.equal(health.status, 'ok');
  const { body: config } = await client.get('/api/config');
  assert.equal(config.origin, here.portal.origin);
  assert.equal(config.development.local_aws_url, here.aws.origin);
  assert.ok(Math.abs(Date.parse(config.server_time) - Date.now()) < 5000);
});

test('a deployment that is not development takes no local AWS: it answers nothing and asks nobody', async () => {
  const client = here.pretender.client();
  client.key = demo.WORK_API;
  const signed = await client.parts(call('GetCallerIdentity'));
  for (const answer of [await client.get('/'), await client.get('/api/config'), await client.post('/api/identity', { signed })]) {
    assert.deepEqual([answer.status, answer.body.code], [503, 'misconfigured']);
  }
  assert.deepEqual(await here.aws.asked(), []);
  await here.pretender.service.printed(/"event":"misconfigured","reason":"/);
});

test('a deployment without a session key opens no session', async () => {
  const client = here.keyless.client();
  client.key = demo.WORK_API;
  const answer = await client.post('/api/identity', { signed: await client.parts(call('GetCallerIdentity')) });
  assert.deepEqual([answer.status, answer.body.code], [503, 'misconfigured']);
});
