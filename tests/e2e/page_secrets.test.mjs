// What stays behind in the browser: no secret in any storage, address or history, and after signing out none in the page.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { browser } from './lib/browser.mjs';
import * as demo from './lib/demo.mjs';
import { scene } from './lib/scene.mjs';

const here = scene();
const { person } = browser(here);

/** The whole job: MFA, credentials shown and downloaded, a console, another role. */
async function wholeJob(one) {
  await one.signIn(demo.ALICE);
  await one.takeRole(demo.role('mfa_admin'));
  await one.page.locator('#mfa').check();
  await one.page.locator('#mfa-code').fill(here.canaries.add(await here.aws.totp(demo.ALICE_MFA), 'an MFA code'));
  await one.takeCredentials();
  await one.download('posix');
  await one.page.locator('.credentials button[aria-pressed]').click();
  await one.takeRole(demo.role('admin_role'));
  return one.openConsole();
}

test('every request: no secret key in any of them, and no secret at all in an address', async () => {
  const one = await person();
  const bodies = [];
  one.context.on('request', (request) => bodies.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  await wholeJob(one);
  for (const body of bodies) {
    for (const secret of demo.secrets) assert.ok(!body.includes(secret), `a key is sent: ${body.slice(0, 40)}`);
  }
  // The worker was told the key's id and signatures, so the search looked at the right thing.
  assert.ok(bodies.some((body) => body.includes(demo.ALICE.id) && body.includes('"signature"')));
  // The requests that carry a token carry it in a form, not in an address.
  const form = bodies.find((body) => /^POST \S+\/federation /.test(body));
  const token = new URLSearchParams(form.split(' ')[2]).get('SigninToken');
  here.canaries.add(token, 'a sign-in token');
  one.checkProblems();
});

test('while somebody is signed in, storage holds settings and roles only', async () => {
  const one = await person();
  await wholeJob(one);
  const kept = await one.kept();
  here.canaries.absent(kept, 'what the browser keeps');
  assert.match(kept, /admin_role/, 'the search looked at the right thing');
  const { local, session, stores, name } = JSON.parse(kept);
  assert.deepEqual(Object.keys(local).filter((key) => !['nanori.settings', 'nanori.roles'].includes(key)), []);
  assert.deepEqual([Object.values(session).filter(Boolean), stores, name], [[], [], '']);
  // No page can read the portal's cookie.
  assert.equal(JSON.parse(kept).cookies, '');
  const cookies = await one.context.cookies(here.portal.origin);
  assert.deepEqual(
    cookies.map(({ name, httpOnly, secure, sameSite, path }) => ({ name, httpOnly, secure, sameSite, path })),
    [{ name: '__Host-nanori', httpOnly: true, secure: true, sameSite: 'Strict', path: '/' }],
  );
});

test('after signing out the page holds none, nor do history and going back', async () => {
  const one = await person();
  const tab = await wholeJob(one);
  await tab.close();
  await one.page.locator('.whoami button').click();
  await one.page.locator('#access-key-id').waitFor();
  const seen = async () => {
    const { page } = one;
    const fields = await page.evaluate(() => [...document.querySelectorAll('input, textarea')].map(({ value }) => value).join('\n'));
    return [await page.content(), fields, await one.kept(), page.url()].join('\n');
  };
  here.canaries.absent(await seen(), 'the page after signing out');
  assert.deepEqual(await one.context.cookies(here.portal.origin), [], 'the session is over');
  for (let steps = 0; steps < 4; steps += 1) {
    await one.page.goBack().catch(() => null);
    if (!one.page.url().startsWith(here.portal.origin)) break;
    await one.page.locator('#main').waitFor();
    here.canaries.absent(await seen(), `the page ${steps + 1} back`);
    assert.equal(await one.page.locator('.whoami').count(), 0);
  }
  one.checkProblems();
});

test('after the idle time the key is forgotten and the session is over', async () => {
  const one = await person();
  await one.page.clock.install();
  await one.signIn(demo.WORK_API);
  await one.takeRole(demo.role('admin_role'));
  await one.takeCredentials();
  await one.download('posix');
  const signOut = one.page.waitForResponse('**/api/sign-out', { timeout: 60_000 });
  let minutes = 0;
  for (; !(await one.page.locator('#access-key-id').isVisible()); minutes += 5) {
    assert.ok(minutes < 125, 'the longest idle time that can be chosen is two hours');
    await one.page.clock.fastForward(5 * 60_000);
    // The page looks at the clock once a second.
    await one.page.clock.runFor(1_000);
  }
  here.canaries.absent(await one.page.content(), 'the page after the idle time');
  await (await signOut).finished();
  assert.deepEqual(await one.context.cookies(here.portal.origin), []);
});

test('S7 credentials whose time is over are taken off the page', async () => {
  const one = await person();
  await one.page.clock.install();
  await one.context.addInitScript(() => localStorage.setItem('nanori.settings', JSON.stringify({ idleMinutes: 120 })));
  await one.signIn(demo.WORK_API);
  await one.takeRole(demo.role('admin_role'));
  await one.page.locator('#duration').selectOption('900');
  await one.takeCredentials();
  await one.download('posix');
  await one.page.locator('.credentials button[aria-pressed]').click();
  assert.notDeepEqual(here.canaries.found(await one.page.content()), [], 'shown when asked for');
  await one.page.clock.runFor(901_000);
  await one.page.locator('.credentials .notice').waitFor();
  here.canaries.absent(await one.page.content(), 'the page when the time is over');
  assert.equal(await one.page.locator('.code-block').count(), 0);
  one.checkProblems();
});

test('a tab that another page opened, or that nobody opened, is told nothing', async () => {
  const one = await person();
  await one.signIn(demo.WORK_API);
  await one.takeRole(demo.role('admin_role'));
  const eavesdropper = await one.context.newPage();
  await eavesdropper.goto(`${here.portal.origin}/opening?nonce=${'0'.repeat(32)}&role=${demo.role('admin_role')}`);
  await eavesdropper.locator('#main').waitFor();
  await one.page.bringToFront();
  const tab = await one.openConsole();
  assert.equal(await tab.locator('#who').textContent(), 'assumed-role/admin_role/work_api');
  await eavesdropper.waitForTimeout(500);
  assert.ok(eavesdropper.url().startsWith(here.portal.origin), 'it goes nowhere');
});

test('the page cannot be framed, and runs nothing that is not its own', async () => {
  const one = await person();
  await one.visit();
  const ran = await one.page.evaluate(async () => {
    const violated = new Promise((resolve) => addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true }));
    const script = document.createElement('script');
    script.textContent = 'window.evil = true';
    document.head.append(script);
    return { directive: await violated, evil: 'evil' in window };
  });
  assert.deepEqual(ran, { directive: 'script-src-elem', evil: false });
  const elsewhere = await one.page.evaluate(() => fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'refused'));
  assert.equal(elsewhere, 'refused');
  const framed = await one.context.newPage();
  await framed.goto(`${here.aws.origin}/console/`);
  await framed.evaluate((origin) => {
    const frame = document.createElement('iframe');
    frame.src = origin;
    document.body.append(frame);
  }, here.portal.origin);
  await framed.waitForTimeout(500);
  const [, frame] = framed.frames();
  assert.ok(!(await frame.locator('#main').count().catch(() => 0)), 'the portal shows in no frame');
});
