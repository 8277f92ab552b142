// What every answer of the portal must be: the security headers, no caching of the API, a problem of RFC 9457 where it is
// an error, the shape that /api/openapi.json promises, and no secret in what is not a grant.

import assert from 'node:assert/strict';

import { faults } from './schema.mjs';

const documents = new WeakMap();

/** The OpenAPI document that `portal` itself serves. @param {import('./portal.mjs').Portal} portal */
export async function openapi(portal) {
  if (!documents.has(portal)) {
    documents.set(portal, await (await fetch(`${portal.origin}/api/openapi.json`)).json());
  }
  return documents.get(portal);
}

/**
 * @param {import('./portal.mjs').Portal} portal
 * @param {{method: string, path: string}} request
 * @param {import('./client.mjs').Answer} answer
 */
export async function checkAnswer(portal, request, answer) {
  const what = `${request.method} ${request.path} ${answer.status}`;
  checkSecurityHeaders(portal, answer.headers, what);
  portal.canaries.absent(JSON.stringify(answer.headers, withoutCookies), `the headers of ${what}`);
  const path = request.path.split('?')[0];
  const isGrant = answer.status === 200 && ['/api/switch', '/api/console'].includes(path);
  if (!isGrant) portal.canaries.absent(answer.text, `the body of ${what}`);
  if (!path.startsWith('/api/')) return;
  const isDocument = path === '/api/openapi.json';
  // The document is a file among the others; everything else is never kept.
  assert.equal(answer.headers['cache-control'], isDocument && answer.status < 400 ? 'no-cache' : 'no-store', what);
  if (request.method === 'HEAD') return;
  // A portal without settings answers nothing else, not even its own document.
  if (answer.body?.code === 'misconfigured') return;
  const document = await openapi(portal);
  if (answer.status >= 400) checkProblem(document, answer, what);
  else {
    assert.equal(answer.headers['content-type'], 'application/json', what);
    const operation = document.paths[path]?.[request.method.toLowerCase()];
    assert.ok(operation, `${what} is not in the document`);
    const { schema } = operation.responses[answer.status].content['application/json'];
    if (schema) assert.deepEqual(faults(answer.body, schema, document), [], what);
  }
}

/**
 * @param {import('./portal.mjs').Portal} portal
 * @param {Record<string, string>} headers
 * @param {string} what
 */
export function checkSecurityHeaders(portal, headers, what) {
  const expected = {
    'strict-transport-security': /^max-age=(\d{8,}); includeSubDomains$/,
    'x-content-type-options': /^nosniff$/,
    'x-frame-options': /^DENY$/,
    'referrer-policy': /^no-referrer$/,
    'cross-origin-opener-policy': /^same-origin$/,
    'cross-origin-resource-policy': /^same-origin$/,
    'permissions-policy': /camera=\(\).*geolocation=\(\).*microphone=\(\)/,
  };
  for (const [name, pattern] of Object.entries(expected)) assert.match(headers[name] ?? '', pattern, `${name} of ${what}`);
  checkPolicy(headers['content-security-policy'] ?? '', what);
}

const AWS_FORMS = /^(https:\/\/(\*\.)?(signin|console)\.(aws\.amazon\.com|amazonaws-us-gov\.com|amazonaws\.cn|amazonaws-eusc\.eu)|http:\/\/127\.0\.0\.1:\d+)$/;

/** The policy, directive by directive: what is not named here is not allowed to be there. */
function checkPolicy(text, what) {
  const policy = Object.fromEntries(
    text.split(';').map((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
  const { 'form-action': forms, ...rest } = policy;
  const allowed = {
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  };
  for (const required of ['default-src', 'script-src', 'style-src', 'connect-src', 'base-uri', 'frame-ancestors']) {
    assert.ok(rest[required], `${required} in the policy of ${what}`);
  }
  for (const [name, sources] of Object.entries(rest)) assert.deepEqual(sources, allowed[name], `${name} in the policy of ${what}`);
  assert.equal(forms?.[0], "'self'", `form-action in the policy of ${what}`);
  for (const source of forms.slice(1)) assert.match(source, AWS_FORMS, `form-action in the policy of ${what}`);
}

function checkProblem(document, answer, what) {
  assert.equal(answer.headers['content-type'], 'application/problem+json', what);
  const { content } = document.components.responses.Problem;
  assert.deepEqual(faults(answer.body, content['application/problem+json'].schema, document), [], what);
  const { body } = answer;
  assert.equal(body.status, answer.status, what);
  assert.equal(body.type, `urn:nanori:problem:${body.code}`, what);
  assert.match(body.request_id, /^[\w-]{16}$/, what);
  const promised = document['x-problem-codes'][body.code];
  assert.deepEqual({ status: body.status, title: body.title }, promised, what);
  assert.equal(answer.headers['retry-after'], body.retry_after?.toString(), `retry-after of ${what}`);
}

const withoutCookies = (name, value) => (name === 'set-cookie' ? undefined : value);
