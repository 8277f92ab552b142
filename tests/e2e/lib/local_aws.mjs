// The local AWS with the demo accounts, and its controls under /_local/.

import assert from 'node:assert/strict';

import * as demo from './demo.mjs';
import * as programs from './programs.mjs';
import { Service } from './service.mjs';

/** A running local AWS. */
export class LocalAws {
  #before = 0;

  /** @param {Service} service @param {string} origin */
  constructor(service, origin) {
    this.service = service;
    /** E.g. `http://127.0.0.1:4566`. */
    this.origin = origin;
  }

  /**
   * Starts one, usually on a port that it chooses itself and with the demo accounts.
   * @param {{port?: number, file?: string}} [how]
   */
  static async start({ port = 0, file = demo.file } = {}) {
    const words = ['--port', String(port), '--verbose', '--config', file];
    const service = new Service('the local AWS', programs.localAws(), words, { env: {} });
    const [, origin] = await service.printed(/listening on (http:\/\/\S+)/);
    return new LocalAws(service, origin);
  }

  /** No session, no fault, no record, the right clock, nothing asked. */
  async reset() {
    await this.#post('reset', {});
    this.#before = (await this.#lines()).length;
  }

  /**
   * What was asked since the reset, refused or not: `POST /` for each call of STS, `POST /federation` of sign-in.
   * @returns {Promise<string[]>}
   */
  async asked() {
    const lines = (await this.#lines()).slice(this.#before);
    return lines.map((line) => line.split(' ', 2).join(' ')).filter((asked) => !asked.includes('/_local/'));
  }

  /** The lines of its log, up to now: the line of a request that is made here comes after all before it. */
  async #lines() {
    const own = () => this.service.output.split('GET /_local/health ').length;
    const before = own();
    await this.#read('health');
    await this.service.until(() => own() > before, 'the line of a request');
    return this.service.output.split('\n').filter((line) => /^(GET|POST) \//.test(line));
  }

  /**
   * Lets the next requests go wrong.
   * @param {...{operation: string, fault?: string, times?: number, delay_ms?: number, [field: string]: unknown}} faults
   */
  async fault(...faults) {
    await this.#post('faults', faults);
  }

  /** Faults that nobody has run into. */
  async faultsLeft() {
    return (await this.#read('faults')).faults;
  }

  /** Sets its clock apart from this machine's. @param {number} seconds */
  async clockOffset(seconds) {
    await this.#post('clock', { offset_seconds: seconds });
  }

  /**
   * CloudTrail's records, newest last.
   * @param {{name?: string, account?: string}} [which]
   */
  async trail(which = {}) {
    return (await this.#read(`cloudtrail?${new URLSearchParams(which)}`)).Records;
  }

  /**
   * What the MFA device shows now, or `step` times thirty seconds later.
   * @param {string} serial
   * @param {number} [step]
   * @returns {Promise<string>}
   */
  async totp(serial, step = 0) {
    return (await this.#read(`totp?${new URLSearchParams({ serial, step: String(step) })}`)).code;
  }

  async #read(name) {
    const answer = await fetch(`${this.origin}/_local/${name}`);
    assert.equal(answer.status, 200, `GET /_local/${name}`);
    return answer.json();
  }

  async #post(name, body) {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${this.origin}/_local/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
    assert.equal(answer.status, 200, `POST /_local/${name}: ${await answer.text()}`);
  }
}
