// Signs calls of STS with @smithy/signature-v4, never with our own code, and makes of a signature the parts that travel.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { SignatureV4 } = require('@smithy/signature-v4');
const { Sha256 } = require('@aws-crypto/sha256-js');

const CONTENT_TYPE = 'application/x-www-form-urlencoded; charset=utf-8';

/**
 * A form as AWS's own programs write it: everything but unreserved characters encoded, in the order given.
 * @param {Record<string, string | undefined>} fields
 */
export function form(fields) {
  const encode = (text) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

/** The body of a call. @param {string} action @param {Record<string, string | undefined>} [fields] */
export const call = (action, fields = {}) => form({ Action: action, Version: '2011-06-15', ...fields });

/**
 * @typedef {object} Signing
 * @property {string} to the origin of STS
 * @property {{id: string, secret: string, token?: string}} key
 * @property {string} [audience] the portal's origin; none for a call that goes straight to STS
 * @property {string} [region]
 * @property {Date} [at]
 */

/**
 * Signs `body`.
 * @param {string} body
 * @param {Signing} signing
 * @returns {Promise<{headers: Record<string, string>, signature: string, amzDate: string}>}
 */
export async function sign(body, { to, key, audience, region = 'us-east-1', at = new Date() }) {
  const { host, hostname, port, protocol } = new URL(to);
  const signer = new SignatureV4({
    service: 'sts',
    region,
    credentials: { accessKeyId: key.id, secretAccessKey: key.secret, sessionToken: key.token },
    sha256: Sha256,
    applyChecksum: false,
  });
  const headers = { host, 'content-type': CONTENT_TYPE, ...(audience && { 'x-nanori-audience': audience }) };
  const request = { method: 'POST', protocol, hostname, port: Number(port) || undefined, path: '/', query: {}, headers, body };
  const signed = await signer.sign(request, { signingDate: at });
  const amzDate = signed.headers['x-amz-date'];
  const [, signature] = signed.headers.authorization.match(/Signature=([0-9a-f]{64})$/);
  return { headers: signed.headers, signature, amzDate };
}

/**
 * Signs `body` for a portal.
 * @param {string} body
 * @param {Signing} signing
 */
export async function signedParts(body, signing) {
  const { signature, amzDate } = await sign(body, signing);
  const { key, region = 'us-east-1' } = signing;
  return {
    region,
    amz_date: amzDate,
    access_key_id: key.id,
    ...(key.token && { session_token: key.token }),
    signature,
  };
}

/**
 * Sends a call straight to STS, around the portal.
 * @param {string} body
 * @param {Signing} signing
 * @returns {Promise<{status: number, text: string, code?: string, arn?: string, key?: {id: string, secret: string, token: string}}>}
 */
export async function callSts(body, signing) {
  const { headers } = await sign(body, signing);
  const answer = await fetch(signing.to, { method: 'POST', headers, body });
  const text = await answer.text();
  const element = (name) => text.match(new RegExp(`<${name}>([^<]*)</${name}>`))?.[1];
  const token = element('SessionToken');
  return {
    status: answer.status,
    text,
    code: element('Code'),
    arn: element('Arn'),
    ...(token && { key: { id: element('AccessKeyId'), secret: element('SecretAccessKey'), token } }),
  };
}
