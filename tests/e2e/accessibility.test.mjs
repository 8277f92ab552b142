// Every page and state: axe finds nothing, a narrow screen needs no scrolling sideways, and the keyboard is enough.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LANGUAGES, browser } from './lib/browser.mjs';
import * as demo from './lib/demo.mjs';
import { scene } from './lib/scene.mjs';

const here = scene();
const { person } = browser(here);

/**
 * Every page and state in the order in which one person can come to it: its name, and how.
 * @type {[string, (one: import('./lib/browser.mjs').Person) => Promise<unknown>][]}
 */
const STATES = [
  ['sign in', (one) => one.visit()],
  ['sign in, fields refused', async (one) => {
    await one.page.locator('#sign-in-submit').click();
    await one.page.locator('[aria-invalid=true]').first().waitFor();
  }],
  ['sign in, temporary', (one) => one.page.locator('#temporary').check()],
  ['sign in, paste', (one) => one.page.locator('#way-1').check()],
  ['sign in, paste refused', async (one) => {
    await one.page.locator('#paste').fill('export AWS_ACCESS_KEY_ID=AKIANANORIDEMOWORKA1\n');
    await one.page.locator('.notice').first().waitFor();
  }],
  ['sign in, paste taken', async (one) => {
    await one.page.locator('#paste').fill(`[a]\naws_access_key_id=${demo.ALICE.id}\naws_secret_access_key=${demo.ALICE.secret}\n[b]\naws_access_key_id=${demo.X.id}\naws_secret_access_key=${demo.X.secret}\n`);
    await one.page.locator('.profiles').waitFor();
  }],
  ['sign in, file', (one) => one.page.locator('#way-2').check()],
  ['sign in, refused', async (one) => {
    await one.visit();
    await one.typeKey(demo.ROOT);
    await one.page.locator('.refusal').waitFor();
  }],
  ['sign in, evidence', (one) => one.page.locator('.refusal summary').click()],
  ['sign in, by a link', (one) => one.visit(`/switch?role=${demo.role('admin_role')}&region=eu-west-1&destination=s3`)],
  ['no such page', (one) => one.visit('/no/such/page')],
  ['settings', (one) => one.visit('/settings')],
  ['first role', (one) => one.signIn(demo.ALICE)],
  ['first role, refused', async (one) => {
    await one.page.locator('#role-text').fill('this is not the name of a role');
    await one.page.locator('#role-text[aria-invalid=true]').waitFor();
  }],
  ['first role, understood', (one) => one.page.locator('#role-text').fill(demo.role('mfa_admin'))],
  ['first role, by parts', (one) => one.page.locator('#role-by-1').check()],
  ['a role', async (one) => {
    await one.page.locator('#role-by-0').check();
    await one.takeRole(demo.role('mfa_admin'));
  }],
  ['a role, options open', async (one) => {
    for (const summary of await one.page.locator('.disclosures summary').all()) await summary.click();
    await one.page.locator('#destination').selectOption('own');
    await one.page.locator('#destination-url').fill('https://evil.example/');
  }],
  ['a role, fields refused', async (one) => {
    await one.page.locator('#mfa').check();
    await one.page.locator('#external-id').fill('x');
    await one.page.locator('#session-policy').fill('{');
    await one.page.locator('#take-credentials').click();
    await one.page.locator('#mfa-code[aria-invalid=true]').waitFor();
  }],
  ['a role, refused by AWS', async (one) => {
    await one.page.locator('#external-id').fill('');
    await one.page.locator('#session-policy').fill('');
    await one.page.locator('#destination').selectOption('');
    await one.page.locator('#mfa').uncheck();
    await one.page.locator('#take-credentials').click();
    await one.page.locator('.refusal').waitFor();
  }],
  ['credentials', async (one) => {
    const code = here.canaries.add(await here.aws.totp(demo.ALICE_MFA), 'an MFA code');
    await one.page.locator('#mfa').check();
    await one.page.locator('#mfa-code').fill(code);
    await one.takeCredentials();
  }],
  ['credentials, shown', (one) => one.page.locator('.credentials button[aria-pressed]').click()],
  ['credentials, as a profile', (one) => one.page.locator('#form-config').click()],
  ['adding a role', async (one) => {
    if (await one.page.locator('.pane-back').isVisible()) await one.page.locator('.pane-back').click();
    await one.page.locator('.roles-head button').click();
    await one.page.locator('#add-role[open]').waitFor();
  }],
  ['two roles', async (one) => {
    await one.page.locator('#role-text').fill(demo.role('team/a/reader'));
    await one.page.locator('#add-role-form button[type=submit]').click();
    await one.page.locator('#add-role[open]').waitFor({ state: 'detached' }).catch(() => {});
    await one.page.locator('#open-console').waitFor();
  }],
  ['editing a role', async (one) => {
    await one.page.locator('.pane-head button').nth(1).click();
    await one.page.locator('dialog[open]').waitFor();
  }],
  ['nothing found', async (one) => {
    await one.page.keyboard.press('Escape');
    await one.page.locator('dialog[open]').waitFor({ state: 'hidden' });
    if (await one.page.locator('.pane-back').isVisible()) await one.page.locator('.pane-back').click();
    await one.page.locator('#role-search').fill('zzz');
    await one.page.locator('.no-match').waitFor();
  }],
  ['the console is opening', async (one) => {
    await one.page.locator('#role-search').fill('reader');
    await one.page.locator('.option').first().click();
    await one.openConsole();
    await one.page.locator('.outcome .notice').waitFor();
  }],
  ['shortcuts', async (one) => {
    await one.page.locator('.footer-tools button').first().click();
    await one.page.locator('dialog[open]').waitFor();
  }],
  ['settings, signed in, about to remove all roles', async (one) => {
    await one.page.keyboard.press('Escape');
    await one.page.locator('nav a[href="/settings"]').click();
    await one.page.locator('.button-danger').first().click();
    await one.page.locator('#clear-roles[open]').waitFor();
  }],
  ['signed out', async (one) => {
    await one.page.keyboard.press('Escape');
    await one.page.locator('.whoami button').click();
    await one.page.locator('.whoami').waitFor({ state: 'detached' });
    await one.page.locator('nav a').first().click();
    await one.page.locator('#access-key-id').waitFor();
  }],
];

for (const how of [
  { language: 'en', width: 1280, dark: false },
  { language: 'ja', width: 360, dark: true },
  { language: 'en', width: 360, dark: false },
  { language: 'ja', width: 768, dark: false },
]) {
  const shape = `${how.language}, ${how.width} px, ${how.dark ? 'dark' : 'light'}`;
  test(`axe finds nothing and nothing sticks out, on any page or state (${shape})`, { timeout: 300_000 }, async (t) => {
    const one = await person({ ...how, refusals: true });
    for (const [what, come] of STATES) {
      await come(one);
      await t.test(what, async () => {
        await one.checkFits(what);
        await one.checkAccessible(what);
      });
    }
    one.checkProblems();
  });
}

test('the tab that waits for the console, and the last minute before the key is forgotten', async () => {
  for (const language of Object.keys(LANGUAGES)) {
    const one = await person({ language });
    await one.visit('/opening');
    await one.checkAccessible('the waiting tab, opened by nobody');
    await one.page.clock.install();
    await one.signIn(demo.WORK_API);
    const warning = one.page.locator('.idle-warning:not([hidden])');
    for (let waited = 0; !(await warning.isVisible()); waited += 30) {
      assert.ok(waited < 121 * 60, 'two hours are the longest idle time');
      await one.page.clock.fastForward(29_000);
      await one.page.clock.runFor(1_000);
    }
    await one.checkAccessible('the last minute');
    await one.page.clock.runFor(61_000);
    await one.page.locator('#access-key-id').waitFor();
    assert.equal(await one.page.locator('.whoami').count(), 0);
  }
});

test('a dark system gets a dark page, and the choice of the settings wins', async () => {
  const one = await person({ dark: true });
  await one.visit('/settings');
  const paper = (isDark) =>
    one.page.waitForFunction((isDark) => {
      const [red, green, blue] = getComputedStyle(document.documentElement).backgroundColor.match(/[\d.]+/g).map(Number);
      const lightness = (red + green + blue) / 3;
      return isDark ? lightness < 80 : lightness > 175;
    }, isDark);
  await paper(true);
  await one.page.locator('#theme-1').check();
  await paper(false);
  await one.page.reload();
  await one.page.locator('#main').waitFor();
  await paper(false);
  one.checkProblems();
});

test('the language follows the browser, and the choice of the footer wins', async () => {
  const one = await person({ language: 'ja' });
  await one.visit();
  const title = await one.page.locator('h1').innerText();
  assert.match(title, /[\u3040-\u30ff]/);
  await one.page.locator('button[lang=en]').click();
  assert.equal(await one.page.locator('html').getAttribute('lang'), 'en');
  assert.doesNotMatch(await one.page.locator('#main').innerText(), /[\u3040-\u30ff]/);
  await one.page.reload();
  await one.page.locator('h1').waitFor();
  assert.doesNotMatch(await one.page.locator('h1').innerText(), /[\u3040-\u30ff]/);
  one.checkProblems();
});

/** Presses Tab until the element is in focus, which must then be seen to be. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 60; presses += 1) {
    const there = await page.evaluate((selector) => document.activeElement?.matches(selector), selector);
    if (there) {
      const mark = await page.evaluate(() => {
        // A radio or file field is drawn by what stands beside or around it.
        const drawn = [document.activeElement, document.activeElement.nextElementSibling, document.activeElement.parentElement];
        return drawn.some((element) => {
          if (!element) return false;
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
          return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
        });
      });
      assert.ok(mark, `${selector} shows that it has the focus`);
      return;
    }
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not lead to ${selector}`);
}

for (const language of Object.keys(LANGUAGES)) {
  test(`S6 S7 the whole job by keyboard alone (${language})`, async () => {
    const one = await person({ language });
    const { page } = one;
    await one.visit();
    const { keyboard } = page;
    await tabTo(page, '#access-key-id');
    await keyboard.type(demo.WORK_API.id);
    await tabTo(page, '#secret-access-key');
    await keyboard.type(demo.WORK_API.secret);
    await keyboard.press('Enter');
    await page.locator('.whoami').waitFor();
    await tabTo(page, '#role-text');
    await keyboard.type(demo.role('admin_role'));
    await keyboard.press('Enter');
    await page.locator('#open-console').waitFor();

    await tabTo(page, '#take-credentials');
    await keyboard.press('Enter');
    await page.locator('#credentials-title').waitFor();
    // The focus has gone to what is new.
    assert.equal(await page.evaluate(() => document.activeElement.id), 'credentials-title');
    await tabTo(page, '#form-posix');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'form-powershell');
    assert.match(await page.locator('.code-block').innerText(), /\$Env:AWS_ACCESS_KEY_ID/);

    // Another role, by the shortcut to the search field; then three keystrokes to its console.
    await page.locator('#main').focus();
    await keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'role-search');
    await keyboard.type(demo.role('team/a/reader'));
    await keyboard.press('Enter');
    await page.locator('#pane-title', { hasText: 'reader' }).waitFor();
    await page.locator('#main').focus();
    await keyboard.press('/');
    await keyboard.type('adm');
    await page.locator('#pane-title', { hasText: 'admin_role' }).waitFor();
    const [tab] = await Promise.all([one.context.waitForEvent('page'), keyboard.press('Enter')]);
    await tab.waitForURL(/\/console\//);
    assert.equal(await tab.locator('#who').textContent(), 'assumed-role/admin_role/work_api');
    await tab.close();

    // A dialog keeps the focus and gives it back.
    await page.bringToFront();
    await page.locator('#main').focus();
    await keyboard.press('?');
    await page.locator('dialog[open]').waitFor();
    assert.ok(await page.evaluate(() => document.querySelector('dialog[open]').contains(document.activeElement)));
    await keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'hidden' });
    await tabTo(page, '.whoami button');
    await keyboard.press('Enter');
    await page.locator('#access-key-id').waitFor();
    one.checkProblems();
  });
}
