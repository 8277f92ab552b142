// The parts of the program: what is loaded first, what only when it is wanted, and what a person sees when it does not come.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { firstLoad } from '../../bench/first_load.mjs';
import { LANGUAGES, browser } from './lib/browser.mjs';
import * as demo from './lib/demo.mjs';
import * as programs from './lib/programs.mjs';
import { scene } from './lib/scene.mjs';

const here = scene();
const { person } = browser(here);

/** Files of the app that were asked for. */
const files = (one) =>
  [...one.urls]
    .map((url) => new URL(url))
    .filter((url) => url.origin === here.portal.origin && !url.pathname.startsWith('/api/'))
    .map((url) => url.pathname);

const parts = (one) => files(one).filter((path) => /\/(split|chunk)_\w+\.wasm$/.test(path));

test('up to a usable sign-in page, exactly the files are loaded that are measured', async () => {
  const one = await person();
  await one.visit('/');
  await one.page.locator('#sign-in-submit').waitFor();
  await one.page.waitForLoadState('networkidle');
  assert.deepEqual([...new Set(files(one))].sort(), firstLoad(programs.dist()));
  one.checkProblems();
});

test('the roles are on their way as soon as somebody begins to sign in, and are fetched once', async () => {
  const one = await person();
  await one.visit('/');
  assert.deepEqual(parts(one), []);
  await one.page.locator('#access-key-id').focus();
  await assert.doesNotReject(one.page.waitForResponse(/split_switch\.wasm$/));
  let asked = 0;
  one.context.on('request', (request) => (asked += /split_switch\.wasm$/.test(request.url()) ? 1 : 0));
  await one.typeKey(demo.WORK_API);
  await one.page.locator('#role-text').waitFor();
  assert.equal(asked, 0);
  one.checkProblems();
});

for (const language of Object.keys(LANGUAGES)) {
  test(`a part that does not come is said, can be tried again, and nobody is signed out (${language})`, async () => {
    const one = await person({ language, refusals: true });
    await one.context.route(/split_switch\.wasm$/, (route) => route.abort());
    await one.visit('/');
    await one.typeKey(demo.WORK_API);
    await one.page.locator('.whoami').waitFor();
    const again = one.page.locator('#main .button-primary');
    await again.waitFor();
    await one.checkAccessible('a part that did not come');
    await one.context.unroute(/split_switch\.wasm$/);
    await again.click();
    await one.page.locator('#role-text').waitFor();
    assert.equal(await one.page.locator('.whoami-name').textContent(), 'work_api');
  });
}
