// The people of local-aws/demo.toml, read from that file so that nothing is said twice.

import { readFileSync } from 'node:fs';
import path from 'node:path';

import { root } from './programs.mjs';

/** The file that the local AWS is started with. */
export const file = path.join(root, 'local-aws/demo.toml');

const text = readFileSync(file, 'utf8');

/** Every made-up secret of the file: secret access keys and seeds of MFA devices. */
export const secrets = [...text.matchAll(/^(?:secret|seed) = "(.+)"$/gm)].map(([, secret]) => secret);

/**
 * A key of the file by its id.
 * @param {string} id
 * @returns {{id: string, secret: string}}
 */
export function key(id) {
  const found = text.match(new RegExp(`^id = "${id}"\\nsecret = "(.+)"$`, 'm'));
  if (!found) throw new Error(`${file} has no key ${id}`);
  return { id, secret: found[1] };
}

/** The account that people belong to. */
export const PEOPLE = '111111111111';
/** The account that they switch into. */
export const PRODUCTION = '222222222222';

/** User `work_api` of 111111111111. */
export const WORK_API = key('AKIANANORIDEMOWORKA1');
/** Another key of the same user. */
export const WORK_API_SECOND = key('AKIANANORIDEMOWORKA2');
/** User `work_api` of 222222222222: the same name, another person. */
export const OTHER_WORK_API = key('AKIANANORIDEMO2WORK1');
/** User `alice`, with a path and an MFA device. */
export const ALICE = key('AKIANANORIDEMOALICE1');
/** User `x`, whose name is too short for a session name. */
export const X = key('AKIANANORIDEMOUSERX1');
/** User `dev+ops=1,@example.com`. */
export const DEV_OPS = key('AKIANANORIDEMODEVOP1');
/** User `visitor`, who may nothing. */
export const VISITOR = key('AKIANANORIDEMOVISIT1');
/** The root user of 111111111111. */
export const ROOT = key('AKIANANORIDEMO1ROOT0');
/** User `gov_api` of GovCloud's 333333333333. */
export const GOV_API = key('AKIANANORIDEMOGOVAP1');

/** Alice's MFA device. */
export const ALICE_MFA = `arn:aws:iam::${PEOPLE}:mfa/alice`;

/**
 * The ARN of a role.
 * @param {string} name with its path, without a leading slash
 * @param {string} [account]
 */
export const role = (name, account = PRODUCTION) => `arn:aws:iam::${account}:role/${name}`;
