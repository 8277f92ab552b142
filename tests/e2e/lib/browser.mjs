// Chromium, and in it a person: a fresh profile each, everything that goes wrong noted, every address kept.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

import * as programs from './programs.mjs';

/** The languages of the front end, with the browser's own name for each. */
export const LANGUAGES = { en: 'en-GB', ja: 'ja-JP' };

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing but this machine can be reached.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** What a browser writes when a request is refused, which the tests of refusals bring about. */
const REFUSED_REQUEST = /^Failed to load resource: the server responded with a status of (4\d\d|5\d\d)/;

/**
 * Adds Chromium to a file's scene.
 * @param {ReturnType<import('./scene.mjs').scene>} scene
 * @returns {{person: (how?: How) => Promise<Person>}}
 */
export function browser(scene) {
  let chromiumBrowser, home;
  const people = [];
  scene.companions.push({
    async start() {
      home = await mkdtemp(path.join(os.tmpdir(), 'nanori-browser-'));
      const env = { PATH: process.env.PATH, HOME: home };
      chromiumBrowser = await chromium.launch({ executablePath: programs.chromium(), args: FLAGS, env, downloadsPath: home });
    },
    async stop() {
      await chromiumBrowser?.close();
      if (home) await rm(home, { recursive: true, force: true });
    },
    check() {
      // Every address that anything was ever loaded from, and every address that a page ever had.
      for (const { urls } of people) scene.canaries.absent([...urls].join('\n'), 'the addresses that the browser has seen');
    },
  });
  return {
    async person(how = {}) {
      const person = await Person.start(chromiumBrowser, scene, how);
      people.push(person);
      return person;
    },
  };
}

/** @typedef {{language?: 'en' | 'ja', width?: number, dark?: boolean, refusals?: boolean}} How `refusals`: requests may fail */

/** Somebody with a browser of their own. */
export class Person {
  /** What no page may have: errors, violations of the policy. @type {string[]} */
  problems = [];
  /** @type {Set<string>} */
  urls = new Set();

  static async start(chromiumBrowser, scene, { language = 'en', width = 1280, dark = false, refusals = false }) {
    const person = new Person();
    Object.assign(person, { scene, language, refusals });
    person.context = await chromiumBrowser.newContext({
      locale: LANGUAGES[language],
      colorScheme: dark ? 'dark' : 'light',
      viewport: { width, height: 900 },
      acceptDownloads: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    person.context.setDefaultTimeout(20_000);
    person.context.on('page', (page) => person.#watch(page));
    person.context.on('request', (request) => person.urls.add(request.url()));
    person.page = await person.context.newPage();
    return person;
  }

  #watch(page) {
    const isPortal = () => page.url().startsWith(this.scene.portal.origin);
    page.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type()) || !isPortal()) return;
      if (this.refusals && REFUSED_REQUEST.test(message.text())) return;
      this.problems.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.problems.push(`exception: ${error.message}`));
    page.on('framenavigated', (frame) => this.urls.add(frame.url()));
  }

  /** Fails if a page had an error or broke the policy. */
  checkProblems() {
    assert.deepEqual(this.problems, []);
  }

  /** Goes to a page of the portal and waits until it is there. @param {string} [address] */
  async visit(address = '/') {
    await this.page.goto(`${this.scene.portal.origin}${address}`);
    await this.page.locator('#main').waitFor();
  }

  /**
   * Signs in by typing.
   * @param {{id: string, secret: string, token?: string}} key
   */
  async typeKey(key) {
    const { page } = this;
    await page.locator('#access-key-id').fill(key.id);
    await page.locator('#secret-access-key').fill(key.secret);
    if (key.token) await page.locator('#session-token').fill(key.token);
    await page.locator('#sign-in-submit').click();
  }

  /** Goes to the portal, signs in, and is where roles are. @param {{id: string, secret: string}} key @param {string} [address] */
  async signIn(key, address = '/') {
    await this.visit(address);
    await this.typeKey(key);
    await this.page.locator('.whoami').waitFor();
  }

  /** Names a role by its ARN and puts it on the desk. @param {string} arn */
  async takeRole(arn) {
    const { page } = this;
    const field = page.locator('#role-text');
    await page.locator('#role-text, .roles-head button').first().waitFor();
    if (!(await field.isVisible())) await page.locator('.roles-head button').click();
    await field.fill(arn);
    await page.locator('#add-role-form button[type=submit]').click();
    await page.locator('#open-console').waitFor();
  }

  /** Opens the console and returns its tab, arrived. */
  async openConsole() {
    const [tab] = await Promise.all([this.context.waitForEvent('page'), this.page.locator('#open-console').click()]);
    await tab.waitForURL(/\/console\//);
    return tab;
  }

  /** Takes the credentials of the role on the desk. */
  async takeCredentials() {
    await this.page.locator('#take-credentials').click();
    await this.page.locator('#credentials-title').waitFor();
  }

  /**
   * Downloads the credentials in a form.
   * @param {string} form as in the tab's id
   * @returns {Promise<{name: string, text: string}>}
   */
  async download(form) {
    await this.page.locator(`#form-${form}`).click();
    const button = this.page.locator('.credentials .row button:has(svg)').nth(1);
    const [download] = await Promise.all([this.page.waitForEvent('download'), button.click()]);
    const stream = await download.createReadStream();
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    this.keepSecrets(text);
    return { name: download.suggestedFilename(), text };
  }

  /** Notes the secrets of a hand-over, so that they are searched for. @param {string} text */
  keepSecrets(text) {
    for (const [, secret] of text.matchAll(/SECRET_?ACCESS_?KEY["']?\s*[:=]?\s*["']?([\w/+=]{40})/gi)) {
      this.scene.canaries.add(secret, 'an issued secret access key');
    }
    for (const [, token] of text.matchAll(/SESSION_?TOKEN["']?\s*[:=]?\s*["']?([\w/+=]{60,})/gi)) {
      this.scene.canaries.add(token, 'an issued session token');
    }
  }

  /** The code of the refusal that is shown. */
  async refusal() {
    return this.page.locator('.refusal').first().getAttribute('data-code');
  }

  /** Fails if axe finds anything to object to. @param {string} what @param {import('playwright-core').Page} [page] */
  async checkAccessible(what, page = this.page) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n  ${node.failureSummary}`).join('\n')}`);
    assert.deepEqual(found, [], `axe on ${what}`);
  }

  /** Fails if the page has to be scrolled sideways. @param {string} what */
  async checkFits(what) {
    const wide = await this.page.evaluate(() => {
      const limit = document.documentElement.clientWidth;
      const out = [...document.querySelectorAll('body *')]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > limit + 1)
        .filter((element) => !element.closest('pre, .visually-hidden, .skip, .tabs'));
      return { over: Math.max(0, document.documentElement.scrollWidth - limit), out: out.map((element) => element.outerHTML.slice(0, 120)) };
    });
    assert.deepEqual(wide, { over: 0, out: [] }, `${what} at ${this.page.viewportSize().width} px`);
  }

  /** Everything that the portal's pages keep in this browser, as text. */
  async kept() {
    return this.page.evaluate(async () => {
      const stores = [];
      for (const { name } of await indexedDB.databases()) stores.push(name);
      for (const name of await caches.keys()) {
        for (const request of await (await caches.open(name)).keys()) stores.push(request.url);
      }
      return JSON.stringify({
        local: { ...localStorage },
        session: { ...sessionStorage },
        cookies: document.cookie,
        state: history.state,
        name: window.name,
        stores,
      });
    });
  }
}
