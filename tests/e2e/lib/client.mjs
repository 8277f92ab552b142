// Somebody who talks to the API: every header as the test says it, a cookie kept as a browser would, and each answer held
// against what every answer must be.

import http from 'node:http';

import { call, signedParts } from './signer.mjs';
import { checkAnswer } from './answer.mjs';

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string | string[]>} headers lower-case
 * @property {string} text
 * @property {any} body the JSON, if it is some
 */

/** A client of one portal. */
export class Client {
  /** The `Cookie` header's value. */
  cookie = '';
  /** The key that signs. */
  key = null;

  /** @param {import('./portal.mjs').Portal} portal */
  constructor(portal) {
    this.portal = portal;
  }

  /**
   * Sends one request and holds the answer against what every answer must be.
   * @param {string} method
   * @param {string} path as it goes on the wire
   * @param {{headers?: Record<string, string | string[] | undefined>, body?: string | Buffer, chunked?: boolean}} [what]
   * @returns {Promise<Answer>}
   */
  async send(method, path, { headers = {}, body, chunked = false } = {}) {
    const given = { ...(this.cookie && { cookie: this.cookie }), ...headers };
    if (body !== undefined && !chunked) given['content-length'] ??= String(Buffer.byteLength(body));
    const answer = await exchange(this.portal.origin, method, path, given, body);
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const value = line.split(';')[0].slice(line.indexOf('=') + 1);
      this.portal.canaries.add(value, 'a cookie');
      this.cookie = value ? line.split(';')[0] : '';
    }
    await checkAnswer(this.portal, { method, path }, answer);
    return answer;
  }

  /** @param {string} path @param {object} [headers] */
  get(path, headers) {
    return this.send('GET', path, { headers });
  }

  /**
   * Posts JSON as the portal's own page does; `headers` change or (with `undefined`) remove single ones.
   * @param {string} path
   * @param {object | string} body a string goes as it is
   * @param {Record<string, string | undefined>} [headers]
   */
  post(path, body, headers = {}) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.send('POST', path, { headers: { ...ownHeaders(this.portal), ...headers }, body: text });
  }

  /**
   * Signs `body` for this portal.
   * @param {string} body
   * @param {Partial<import('./signer.mjs').Signing>} [signing]
   */
  async parts(body, signing = {}) {
    const { origin, canaries } = this.portal;
    const parts = await signedParts(body, { to: this.portal.aws, key: this.key, audience: origin, ...signing });
    canaries.add(parts.signature, 'a signature');
    return parts;
  }

  /**
   * Signs in with `key`, which signs from then on.
   * @param {{id: string, secret: string, token?: string}} key
   * @param {Partial<import('./signer.mjs').Signing>} [signing]
   */
  async signIn(key, signing = {}) {
    this.key = key;
    return this.post('/api/identity', { signed: await this.parts(call('GetCallerIdentity'), signing) });
  }

  /**
   * Switches. `role` is the JSON of the request; what is signed follows from it unless `signed` says something else.
   * @param {object} role
   * @param {{console?: object, signed?: object, signing?: object, headers?: object}} [more]
   */
  async switchTo(role, { console: page, signed, signing, headers } = {}) {
    const parts = signed ?? (await this.parts(assumeRole(role), signing));
    const answer = await this.post('/api/switch', { signed: parts, role, ...(page && { console: page }) }, headers);
    this.#keepSecrets(answer);
    return answer;
  }

  /**
   * Opens a console for credentials that are held already.
   * @param {{id: string, secret: string, token: string}} held
   * @param {object} more
   */
  async openConsole(held, { role_arn, console: page, signed }) {
    const parts = signed ?? (await this.parts(call('GetCallerIdentity'), { key: held }));
    const credentials = { access_key_id: held.id, secret_access_key: held.secret, session_token: held.token };
    const answer = await this.post('/api/console', { signed: parts, credentials, role_arn, ...(page && { console: page }) });
    this.#keepSecrets(answer);
    return answer;
  }

  #keepSecrets({ status, body }) {
    if (status !== 200) return;
    const { canaries } = this.portal;
    const issued = body.outcome?.credentials;
    canaries.add(issued?.secret_access_key, 'an issued secret access key');
    canaries.add(issued?.session_token, 'an issued session token');
    const login = body.login ?? body.outcome?.login;
    canaries.add(login?.fields.find(({ name }) => name === 'SigninToken')?.value, 'a sign-in token');
  }
}

/** The headers that the portal's own page sends with a POST. */
export const ownHeaders = (portal) => ({
  'content-type': 'application/json',
  origin: portal.origin,
  'x-nanori-request': '1',
  'sec-fetch-site': 'same-origin',
});

/** The form body of an AssumeRole with the parameters of a switch request, in the portal's order. @param {object} role */
export function assumeRole(role) {
  const lists = {};
  role.policy_arns?.forEach((arn, at) => (lists[`PolicyArns.member.${at + 1}.arn`] = arn));
  role.tags?.forEach(({ key, value }, at) => {
    lists[`Tags.member.${at + 1}.Key`] = key;
    lists[`Tags.member.${at + 1}.Value`] = value;
  });
  role.transitive_tag_keys?.forEach((key, at) => (lists[`TransitiveTagKeys.member.${at + 1}`] = key));
  return call('AssumeRole', {
    RoleArn: role.role_arn,
    RoleSessionName: role.role_session_name,
    DurationSeconds: role.duration_seconds?.toString(),
    ExternalId: role.external_id,
    SerialNumber: role.serial_number,
    TokenCode: role.token_code,
    SourceIdentity: role.source_identity,
    Policy: role.policy,
    ...lists,
  });
}

function exchange(origin, method, path, headers, body) {
  const { port } = new URL(origin);
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, method, path, headers: { host: new URL(origin).host, ...given } });
    request.on('error', reject);
    request.on('response', async (response) => {
      const chunks = [];
      try {
        for await (const chunk of response) chunks.push(chunk);
      } catch (error) {
        return reject(error);
      }
      const text = Buffer.concat(chunks).toString('utf8');
      let json;
      if (text && /json/.test(response.headers['content-type'] ?? '')) json = JSON.parse(text);
      resolve({ status: response.statusCode, headers: response.headers, text, body: json });
    });
    request.end(body);
  });
}
