// Secrets that must turn up nowhere but where they belong. Whoever makes or receives one says so here; at the end of a
// file everything that was printed, answered as an error or shown in an address is searched for them.

import assert from 'node:assert/strict';

import * as demo from './demo.mjs';

/** A collection of secrets. */
export class Canaries {
  /** @type {Map<string, string>} the secret and what it is */
  #secrets = new Map(demo.secrets.map((secret) => [secret, 'a key of the demo accounts']));

  /**
   * From now on `secret` must not be seen.
   * @param {string} secret
   * @param {string} what
   * @returns {string} the secret
   */
  add(secret, what) {
    if (secret) this.#secrets.set(secret, what);
    return secret;
  }

  /** How many there are. */
  get size() {
    return this.#secrets.size;
  }

  /**
   * What of it stands in `text`, as it is, percent-encoded, or as JSON writes it.
   * @param {string} text
   * @returns {string[]}
   */
  found(text) {
    return [...this.#secrets].filter(([secret]) => forms(secret).some((form) => holds(text, form))).map(([, what]) => what);
  }

  /**
   * Fails if one of them stands in `text`.
   * @param {string} text
   * @param {string} where for the message; the secret itself is not in it
   */
  absent(text, where) {
    assert.deepEqual(this.found(text), [], `secrets in ${where}`);
  }
}

function forms(secret) {
  return [...new Set([secret, encodeURIComponent(secret), new URLSearchParams({ v: secret }).toString().slice(2)])];
}

function holds(text, form) {
  if (!/^\d{6}$/.test(form)) return text.includes(form);
  // Six digits stand in longer numbers by chance.
  return new RegExp(`(?<![\\w.])${form}(?![\\w.])`).test(text);
}
