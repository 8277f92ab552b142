// The portal as it is deployed: the built worker and app on real workerd, started by wrangler from the repository's own
// configuration.

import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { Client } from './client.mjs';
import * as programs from './programs.mjs';
import { Service, freePort } from './service.mjs';

/** A session key that seals cookies in tests. */
export const SESSION_KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';

/** A running portal. */
export class Portal {
  #folder;

  constructor({ service, origin, aws, folder, canaries }) {
    this.service = service;
    /** E.g. `http://localhost:8787`; also what signatures are bound to. */
    this.origin = origin;
    /** Origin of the local AWS. */
    this.aws = aws;
    this.#folder = folder;
    this.canaries = canaries;
  }

  /**
   * Starts one.
   * @param {object} how
   * @param {import('./canary.mjs').Canaries} how.canaries
   * @param {string} [how.aws] origin of the local AWS
   * @param {Record<string, string | undefined>} [how.variables] the worker's settings, on top of those of development
   * @param {number} [how.platformLimit] requests a minute that the platform's own limiter lets through
   * @param {(text: string) => string} [how.entry] changes the worker's entry point
   */
  static async start({ canaries, aws, variables = {}, platformLimit, entry }) {
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const folder = await mkdtemp(path.join(os.tmpdir(), 'nanori-e2e-'));
    const settings = {
      DEVELOPMENT: 'true',
      PORTAL_ORIGIN: origin,
      LOCAL_AWS_URL: aws,
      SESSION_KEY,
      // High enough that only the tests of the limits run into them.
      ADDRESS_LIMIT_PER_MINUTE: '100000',
      PRINCIPAL_LIMIT_PER_MINUTE: '100000',
      ...variables,
    };
    canaries.add(settings.SESSION_KEY, 'the session key');
    const lines = Object.entries(settings).filter(([, value]) => value !== undefined);
    const variablesFile = path.join(folder, 'variables.env');
    await writeFile(variablesFile, lines.map(([name, value]) => `${name}="${value}"\n`).join(''), { mode: 0o600 });
    const configuration = path.join(folder, 'wrangler.toml');
    await writeFile(configuration, await ownConfiguration(platformLimit, entry && (await changedWorker(folder, entry))));
    const words = [programs.wrangler(), 'dev', '--config', configuration, '--ip', '127.0.0.1', '--port', String(port)];
    words.push('--inspector-port', '0', '--show-interactive-dev-session', 'false', '--log-level', 'debug');
    words.push('--persist-to', path.join(folder, 'state'), '--env-file', variablesFile);
    const env = {
      PATH: process.env.PATH,
      // Nothing of the person's own, and nothing left behind.
      HOME: folder,
      XDG_CONFIG_HOME: path.join(folder, 'config'),
      WRANGLER_LOG_PATH: path.join(folder, 'logs'),
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_HIDE_BANNER: 'true',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      CI: '1',
    };
    const service = new Service('the portal', programs.node(), words, { cwd: folder, env });
    await service.printed(/Ready on http/);
    return new Portal({ service, origin, aws, folder, canaries });
  }

  /** Somebody who talks to the API, with a cookie jar of their own. */
  client() {
    return new Client(this);
  }

  /** Everything that was printed or written into logs. */
  async written() {
    const logs = path.join(this.#folder, 'logs');
    const names = await readdir(logs).catch(() => []);
    const texts = await Promise.all(names.map((name) => readFile(path.join(logs, name), 'utf8')));
    return [this.service.output, ...texts].join('\n');
  }

  /** The worker's own log lines so far. @returns {object[]} */
  records() {
    return [...this.service.output.matchAll(/^(\{"event":.*\})$/gm)].map(([, line]) => JSON.parse(line));
  }

  /**
   * The log lines of what `action` does; there must be `count`, which may come a moment after the answers.
   * @param {string} event
   * @param {number} count
   * @param {() => Promise<unknown>} action
   * @returns {Promise<object[]>}
   */
  async recordsOf(event, count, action) {
    const records = () => this.records().filter((record) => record.event === event);
    // A line comes a little after its answer: those of earlier requests have to be in before ours are counted.
    for (let seen = -1; seen !== this.records().length; ) {
      seen = this.records().length;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const before = records().length;
    await action();
    await this.service.until(() => records().length >= before + count, `${count} more log lines of ${event}`);
    return records().slice(before);
  }

  /** Ends it and removes what it wrote. */
  async stop() {
    await this.service.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** The repository's configuration, with the paths of what was built for this run. */
async function ownConfiguration(platformLimit, worker = programs.worker()) {
  const text = await readFile(path.join(programs.root, 'wrangler.toml'), 'utf8');
  const replaced = text
    .replace(/^main = .*$/m, `main = ${JSON.stringify(path.join(worker, 'index.js'))}`)
    .replace(/^directory = .*$/m, `directory = ${JSON.stringify(programs.dist())}`);
  if (replaced === text) throw new Error('wrangler.toml names no worker and no files');
  return platformLimit ? replaced.replace(/\blimit = \d+/, `limit = ${platformLimit}`) : replaced;
}

/** A copy of the built worker in which `entry` has changed the entry point. */
async function changedWorker(folder, entry) {
  const worker = path.join(folder, 'worker');
  await cp(programs.worker(), worker, { recursive: true });
  const file = path.join(worker, 'index.js');
  const text = await readFile(file, 'utf8');
  const changed = entry(text);
  if (changed === text) throw new Error('the entry point is not changed');
  await writeFile(file, changed);
  return worker;
}
