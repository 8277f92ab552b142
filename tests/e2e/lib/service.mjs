// A program that runs beside the tests: started on loopback, everything it prints kept, ended by the id that was kept.

import { spawn } from 'node:child_process';
import net from 'node:net';

const PATIENCE = 90_000;

/** A running program. */
export class Service {
  #child;
  #name;
  #endsWithInput;
  #ended = null;
  #waiting = new Set();

  /** Everything printed so far, standard output and error together. */
  output = '';

  /**
   * @param {string} name for messages
   * @param {string} program
   * @param {string[]} words
   * @param {{cwd?: string, env: Record<string, string>, endsWithInput?: boolean}} how `env` is the whole environment
   */
  constructor(name, program, words, { cwd, env, endsWithInput = false }) {
    this.#name = name;
    this.#endsWithInput = endsWithInput;
    this.#child = spawn(program, words, { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        this.output += text;
        this.#wake();
      });
    }
    this.#ended = new Promise((resolve) => {
      this.#child.once('exit', resolve).once('error', (error) => {
        this.output += `\n${error.message}\n`;
        resolve();
      });
    });
    this.#ended.then(() => {
      this.#child = null;
      this.#wake();
    });
    process.once('exit', () => this.#child?.kill('SIGKILL'));
  }

  /**
   * Waits until what was printed matches.
   * @param {RegExp} pattern
   * @returns {Promise<RegExpMatchArray>}
   */
  async printed(pattern) {
    await this.until(() => pattern.test(this.output), pattern);
    return this.output.match(pattern);
  }

  /**
   * Waits until `holds`, which is asked again after each output.
   * @param {() => boolean} holds
   * @param {unknown} what for the message
   */
  async until(holds, what) {
    const deadline = Date.now() + PATIENCE;
    while (!holds()) {
      if (!this.#child) throw new Error(`${this.#name} has ended:\n${this.output}`);
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`${this.#name} does not print ${what}:\n${this.output}`);
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#waiting.add(() => (clearTimeout(timer), resolve()));
      });
    }
  }

  /** Ends it, first politely: by the end of its input if it was started so, else by a signal. */
  async stop() {
    if (this.#endsWithInput) this.#child?.stdin.end();
    else this.#child?.kill('SIGTERM');
    const timer = setTimeout(() => this.#child?.kill('SIGKILL'), 5_000);
    await this.#ended;
    clearTimeout(timer);
  }

  #wake() {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort() {
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
