// Faults as a person meets them: the right page for each, and nothing that was typed is lost.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LANGUAGES, browser } from './lib/browser.mjs';
import * as demo from './lib/demo.mjs';
import { scene } from './lib/scene.mjs';

const here = scene();
const { person } = browser(here);

/** Faults that last, and the code of the refusal that the page must show. */
const FAULTS = {
  'an error of AWS': [{ fault: 'status', status: 500 }, 'sts-refused'],
  throttling: [{ fault: 'throttle' }, 'sts-throttled'],
  'a dropped connection': [{ fault: 'drop' }, 'upstream-unreachable'],
  'an answer that is cut': [{ fault: 'malformed' }, 'upstream-malformed'],
  'an answer that is too large': [{ fault: 'oversized' }, 'upstream-malformed'],
  'a redirect': [{ fault: 'redirect', location: 'https://evil.example/' }, 'upstream-malformed'],
  'an answer that is late': [{ delay_ms: 20_000 }, 'upstream-timeout'],
};

const TIMES = 9;

/** What stands in the form of a switch. */
const form = (page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('#switch-form :is(input, select, textarea)')].map((field) => [
        field.id,
        field.type === 'checkbox' ? field.checked : field.value,
      ]),
    ),
  );

for (const [what, [fault, code]] of Object.entries(FAULTS)) {
  for (const language of Object.keys(LANGUAGES)) {
    test(`${what} at sign-in: the page says so, and the same key goes through on the next click (${language})`, { timeout: 90_000 }, async () => {
      const one = await person({ language, refusals: true });
      await here.aws.fault({ operation: 'GetCallerIdentity', times: TIMES, ...fault });
      await one.visit();
      await one.page.locator('#sign-in-region').selectOption('eu-west-1');
      await one.typeKey(demo.WORK_API);
      await one.page.locator(`.refusal[data-code=${code}]`).waitFor({ timeout: 30_000 });
      assert.ok((await one.page.locator('.refusal li').count()) >= 1, 'a next step');
      await here.aws.fault();
      assert.equal(await one.page.locator('#sign-in-region').inputValue(), 'eu-west-1');
      await one.page.locator('#sign-in-submit').click();
      await one.page.locator('.whoami').waitFor();
      one.checkProblems();
    });

    test(`${what} at a switch: the page says so and keeps the form (${language})`, { timeout: 90_000 }, async () => {
      const one = await person({ language, refusals: true });
      await one.signIn(demo.WORK_API);
      await one.takeRole(demo.role('vendor_role'));
      await one.page.locator('#region').selectOption('eu-central-1');
      await one.page.locator('#destination').selectOption('lambda');
      await one.page.locator('#duration').selectOption('1800');
      await one.page.locator('.disclosures summary').first().click();
      await one.page.locator('#external-id').fill('nanori-demo-7');
      const typed = await form(one.page);
      assert.deepEqual([typed.region, typed['external-id'], typed.duration], ['eu-central-1', 'nanori-demo-7', '1800']);

      await here.aws.fault({ operation: 'AssumeRole', times: TIMES, ...fault });
      await one.page.locator('#take-credentials').click();
      await one.page.locator(`.refusal[data-code=${code}]`).waitFor({ timeout: 30_000 });
      assert.deepEqual(await form(one.page), typed);
      await here.aws.fault();
      await one.takeCredentials();
      assert.match(await one.page.locator('.credentials .facts dd').textContent(), /vendor_role\/work_api$/);
      assert.equal(await one.page.locator('.refusal').count(), 0, 'what is over is not shown any more');
      one.checkProblems();
    });
  }
}

for (const [what, fault] of Object.entries({ 'an error of sign-in': { fault: 'status', status: 500 }, 'a dropped connection': { fault: 'drop' } })) {
  test(`S6 ${what}: the new tab closes, the portal says why, and the next click opens the console`, async () => {
    const one = await person({ refusals: true });
    await one.signIn(demo.WORK_API);
    await one.takeRole(demo.role('admin_role'));
    await here.aws.fault({ operation: 'getSigninToken', times: TIMES, ...fault });
    const [tab] = await Promise.all([one.context.waitForEvent('page'), one.page.locator('#open-console').click()]);
    await Promise.all([tab.isClosed() || tab.waitForEvent('close'), one.page.locator('.refusal[data-code^=upstream]').waitFor()]);
    await here.aws.fault();
    const console = await one.openConsole();
    assert.equal(await console.locator('#who').textContent(), 'assumed-role/admin_role/work_api');
    one.checkProblems();
  });
}

test('S4 a wrong code says what may be wrong, keeps the form and waits for the next code', async () => {
  const one = await person({ refusals: true });
  await one.signIn(demo.ALICE);
  await one.takeRole(demo.role('mfa_admin'));
  await one.page.locator('#take-credentials').click();
  await one.page.locator('.refusal[data-code=access-denied]').waitFor();
  await one.page.locator('#mfa').check();
  // Without digits nothing is asked of AWS.
  const before = (await here.aws.trail()).length;
  await one.page.locator('#take-credentials').click();
  await one.page.locator('#mfa-code[aria-invalid=true]').waitFor();
  assert.equal((await here.aws.trail()).length, before);
  const good = here.canaries.add(await here.aws.totp(demo.ALICE_MFA), 'an MFA code');
  await one.page.locator('#mfa-code').fill(String((Number(good) + 7) % 1e6).padStart(6, '0'));
  await one.page.locator('#take-credentials').click();
  await one.page.locator('.refusal[data-code=access-denied]').waitFor();
  assert.equal(await one.page.locator('#mfa-serial').inputValue(), demo.ALICE_MFA);
  await one.page.locator('#mfa-code').fill(good);
  await one.takeCredentials();
  one.checkProblems();
});

test('a role that allows less time offers the hour, and goes on with it', async () => {
  const one = await person({ refusals: true });
  await one.signIn(demo.WORK_API);
  await one.takeRole(demo.role('one_hour_role'));
  await one.page.locator('#duration').selectOption('43200');
  await one.page.locator('#take-credentials').click();
  await one.page.locator('.refusal[data-code=duration-over-role-maximum]').waitFor();
  await one.page.locator('.outcome .button-primary').first().click();
  await one.page.locator('#credentials-title').waitFor();
  assert.equal(await one.page.locator('#duration').inputValue(), '0');
  one.checkProblems();
});

test('a portal that is not there: said at once, and mended by a click', async () => {
  const one = await person();
  await one.context.route('**/api/**', (route) => route.abort('connectionrefused'));
  await one.visit();
  await one.page.locator('.banner-bad').waitFor();
  await one.context.unroute('**/api/**');
  await one.page.locator('.banner-bad button').click();
  await one.page.locator('.banner-bad').waitFor({ state: 'detached' });
  await one.typeKey(demo.WORK_API);
  await one.page.locator('.whoami').waitFor();
});

test('offline: said, and nothing is lost', async () => {
  const one = await person();
  await one.signIn(demo.WORK_API);
  await one.takeRole(demo.role('admin_role'));
  await one.context.setOffline(true);
  await one.page.locator('.banner-caution').waitFor();
  await one.page.locator('#take-credentials').click();
  await one.page.locator('.refusal').waitFor();
  await one.context.setOffline(false);
  await one.takeCredentials();
});

test('a portal session that has ended while the page was open', async () => {
  const one = await person({ refusals: true });
  await one.signIn(demo.WORK_API);
  await one.takeRole(demo.role('admin_role'));
  await one.context.clearCookies();
  await one.page.locator('#take-credentials').click();
  // The key is still here, so the page may renew the session by itself; it must not lose the role on the desk.
  await one.page.locator('#credentials-title, .refusal[data-code=session-missing]').first().waitFor();
  assert.equal(await one.page.locator('#pane-title').textContent(), 'admin_role');
  one.checkProblems();
});

test('an answer that is no problem of ours is said to be not understood', async () => {
  const one = await person({ refusals: true });
  await one.signIn(demo.WORK_API);
  await one.takeRole(demo.role('admin_role'));
  for (const body of ['<h1>proxy</h1>', '{}', '{"session":{},"outcome":{"kind":"credentials"}}']) {
    await one.page.route('**/api/switch', (route) => route.fulfill({ status: 200, contentType: 'application/json', body }));
    await one.page.locator('#take-credentials').click();
    await one.page.locator('.refusal:not([data-code])').waitFor();
    await one.page.unroute('**/api/switch');
  }
  await one.takeCredentials();
  one.checkProblems();
});
