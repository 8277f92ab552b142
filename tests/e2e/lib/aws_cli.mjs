// The real `aws` command and the JavaScript SDK, each with a home of its own, against the local AWS.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { fromIni } from '@aws-sdk/credential-providers';

import * as programs from './programs.mjs';
import { call, callSts } from './signer.mjs';

const run = promisify(execFile);

/** A home directory with `~/.aws`. */
export class AwsHome {
  /** @param {string} folder @param {string} sts origin of STS */
  constructor(folder, sts) {
    this.folder = folder;
    this.sts = sts;
  }

  /**
   * @param {string} sts
   * @param {{config?: string, credentials?: string, [file: string]: string}} files of `~/.aws`
   */
  static async with(sts, files) {
    const home = new AwsHome(await mkdtemp(path.join(os.tmpdir(), 'nanori-aws-')), sts);
    for (const [name, text] of Object.entries(files)) await writeFile(home.file(name), text, { mode: 0o600 });
    return home;
  }

  /** A file beside the configuration. */
  file(name) {
    return path.join(this.folder, name);
  }

  get #env() {
    return {
      PATH: `${path.dirname(programs.python())}:${process.env.PATH}`,
      HOME: this.folder,
      AWS_CONFIG_FILE: this.file('config'),
      AWS_SHARED_CREDENTIALS_FILE: this.file('credentials'),
      AWS_ENDPOINT_URL_STS: this.sts,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_PAGER: '',
    };
  }

  /**
   * Whom `aws sts get-caller-identity` says one is.
   * @param {string} [profile]
   * @returns {Promise<{arn?: string, error?: string}>}
   */
  async whoAmI(profile) {
    const words = ['sts', 'get-caller-identity', '--output', 'json', ...(profile ? ['--profile', profile] : ['--region', 'us-east-1'])];
    return answer(run(programs.pythonCommand('aws'), words, { env: this.#env }));
  }

  /** The same, asked by a bash that has run `lines` first. @param {string} lines */
  async whoAmIAfter(lines) {
    const script = `${lines}\naws sts get-caller-identity --output json`;
    return answer(run('bash', ['--norc', '-euc', script], { env: { ...this.#env, AWS_PROFILE: 'another', AWS_SECURITY_TOKEN: 'old' } }));
  }

  /**
   * The same, asked by the JavaScript SDK's `fromIni`.
   * @param {string} profile
   * @param {() => Promise<string>} [mfaCodeProvider]
   */
  async whoIsIni(profile, mfaCodeProvider) {
    const provider = fromIni({
      profile,
      configFilepath: this.file('config'),
      filepath: this.file('credentials'),
      ignoreCache: true,
      clientConfig: { endpoint: this.sts, region: 'us-east-1' },
      mfaCodeProvider,
    });
    const { accessKeyId: id, secretAccessKey: secret, sessionToken: token } = await provider();
    return callSts(call('GetCallerIdentity'), { to: this.sts, key: { id, secret, token } });
  }

  /** Removes everything. */
  async remove() {
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function answer(running) {
  try {
    const { stdout } = await running;
    return { arn: JSON.parse(stdout).Arn };
  } catch (error) {
    return { error: String(error.stderr ?? error.message) };
  }
}

/** A credentials file with one key as `default`. @param {{id: string, secret: string}} key */
export const defaultKey = ({ id, secret }) => `[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`;
