// The page of profile files: what it says of them, what it puts right, what it writes — and that no secret is ever seen.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { AwsHome } from './lib/aws_cli.mjs';
import { LANGUAGES, browser } from './lib/browser.mjs';
import * as demo from './lib/demo.mjs';
import { scene } from './lib/scene.mjs';

const here = scene();
const { person } = browser(here);
const { id, secret } = demo.WORK_API;
const ADMIN = demo.role('admin_role');
const TOKEN = here.canaries.add('FwoGZXIvYXdzEXAMPLEcanarytoken/profiles==', 'the session token of a profile');

const CONFIG = `# my own notes
[default]
region = eu-west-1

[profile named]
role_arn = ${ADMIN}
source_profile = work
role_session_name = work_api
region = eu-west-1

[profile nameless]
role_arn = ${ADMIN}
source_profile = work
region = eu-west-1

[profile broken]
role_arn = ${ADMIN}
credential_source = ec2instancemetadata
role_session_name = work_api
region = eu-west-1
`;

const CREDENTIALS = `[work]
aws_access_key_id = ${id}
aws_secret_access_key = ${secret}
region = eu-west-1

[temporary]
aws_access_key_id = ASIAIOSFODNN7EXAMPLE
aws_secret_access_key = ${secret}
aws_session_token = ${TOKEN}
region = eu-west-1
`;

/** Drops files onto the page as a file manager does. @param {Record<string, string>} files */
async function drop(one, files) {
  const data = await one.page.evaluateHandle((files) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(files)) data.items.add(new File([text], name, { type: '' }));
    return data;
  }, files);
  await one.page.locator('.drop:visible').dispatchEvent('drop', { dataTransfer: data });
}

/** Somebody who has opened both files. */
async function reader(how = {}, files = { config: CONFIG, credentials: CREDENTIALS }) {
  const one = await person(how);
  await one.visit('/profiles');
  await one.page.locator('.drop').waitFor();
  await drop(one, files);
  await one.page.locator('.sheet').first().waitFor();
  return one;
}

const choose = (one, name) => one.page.locator('.option').filter({ has: one.page.getByText(name, { exact: true }) }).click();
const view = (one, place) => one.page.locator(`#profiles-view-${place}`).check();

/** The text of a file as the page gives it back. */
async function saved(one, place) {
  const [download] = await Promise.all([one.page.waitForEvent('download'), one.page.locator('.sheet .button').nth(place).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Nothing of a secret in what is shown, marked up, typed into, or kept. */
async function checkSecrets(one, what) {
  const seen = await one.page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => field.value);
    return [document.documentElement.outerHTML, document.body.innerText, ...fields].join('\n');
  });
  here.canaries.absent(seen, `the page: ${what}`);
  here.canaries.absent(await one.kept(), `what the browser keeps: ${what}`);
  here.canaries.absent([...one.urls].join('\n'), `the addresses: ${what}`);
}

for (const language of Object.keys(LANGUAGES)) {
  test(`S1: a profile without a name, and one with it (${language})`, async () => {
    const one = await reader({ language });
    await choose(one, 'named');
    await one.page.locator('.record-yours').waitFor();
    assert.match(await one.page.locator('.record-yours .record-arn').innerText(), /assumed-role\/admin_role\/work_api$/);
    assert.match(await one.page.locator('.record-card').nth(1).innerText(), /botocore-session-\d+/);
    await choose(one, 'nameless');
    await one.page.locator('.way-nobody').waitFor();
    assert.equal(await one.page.getByText('Rust SDK', { exact: true }).count(), 1);
    assert.match(await one.page.locator('.remarks').innerText(), /check\.no-session-name/);
    // The name that somebody types makes the fix possible, at one click, and it can be undone.
    await one.page.locator('#own-name').fill('work_api');
    await one.page.locator('.remark', { hasText: 'check.no-session-name' }).locator('button').click();
    await one.page.locator('.way-nobody').waitFor({ state: 'detached' });
    const { name, text } = await saved(one, 0);
    assert.equal(name, 'config');
    assert.equal(text.replace('role_session_name = work_api\nsource_profile = work\nregion', 'source_profile = work\nregion'), CONFIG);
    await checkSecrets(one, 'a chosen profile');
    await one.checkAccessible(`a chosen profile (${language})`);
    one.checkProblems();
  });

  test(`S3: the CLI's own words, the line and the fix (${language})`, async () => {
    const one = await reader({ language, dark: true });
    await choose(one, 'broken');
    await one.page.locator('.refusal').waitFor();
    assert.equal(
      await one.page.locator('.botocore').innerText(),
      'InvalidConfigError: The credential source "ec2instancemetadata" referenced in profile "broken" is not valid.',
    );
    assert.match(await one.page.locator('.refusal').innerText(), /18/);
    await one.checkAccessible(`a refused profile (${language})`);
    await one.page.locator('.refusal button').click();
    await one.page.locator('.way').waitFor();
    assert.match(await one.page.locator('.table').innerText(), /credential_source\s+Ec2InstanceMetadata\s+config-file/);
    assert.match((await saved(one, 0)).text, /credential_source = Ec2InstanceMetadata\n/);
    one.checkProblems();
  });
}

test('somebody who is signed in is known by name, and signing out forgets the files', async () => {
  const one = await person();
  await one.signIn(demo.WORK_API);
  await one.page.locator('.nav a[href="/profiles"]').click();
  await one.page.locator('.drop').waitFor();
  await drop(one, { config: CONFIG.replace('role_session_name = work_api', 'role_session_name = somebody'), credentials: CREDENTIALS });
  await choose(one, 'named');
  await one.page.getByText('check.other-session-name').waitFor();
  await view(one, 2);
  assert.match((await one.page.locator('.accounts li').allInnerTexts())[0], /111111111111/);
  await view(one, 0);
  assert.equal(await one.page.locator('#own-name').count(), 0);
  await one.page.locator('.whoami button').click();
  await one.page.locator('.whoami').waitFor({ state: 'detached' });
  await one.page.locator('.nav a[href="/profiles"]').click();
  await one.page.locator('.drop').waitFor();
  one.checkProblems();
});

test('all findings, at 360 px and by keyboard', async () => {
  const one = await reader({ width: 360 });
  await one.checkFits('the list');
  await one.checkAccessible('the list at 360 px');
  await one.page.locator('.roles-head button').click();
  await one.page.locator('.remarks').waitFor();
  await one.checkFits('all findings');
  await one.checkAccessible('all findings at 360 px');
  await one.page.locator('.pane-back').click();
  await one.page.locator('#role-search').focus();
  await one.page.keyboard.type('brok');
  await one.page.keyboard.press('ArrowDown');
  await one.page.keyboard.press('Enter');
  await one.page.locator('.refusal').waitFor();
  assert.equal(await one.page.evaluate(() => document.activeElement.id), 'profile-title');
  await one.checkFits('a refused profile');
  one.checkProblems();
});

test('an edit is checked as it is typed, and secrets stay behind marks', async () => {
  const one = await reader();
  await choose(one, 'work');
  await one.page.locator('.disclosures summary').click();
  const field = one.page.locator('#edit-credentials');
  await field.waitFor();
  assert.match(await field.inputValue(), /^\[work\]\naws_access_key_id = AKIA.*\naws_secret_access_key = ••••••••‹1›\n/);
  await checkSecrets(one, 'the editor');
  await field.focus();
  await one.page.keyboard.press('Control+End');
  await one.page.keyboard.type('role-arn = x');
  await one.page.getByText('check.near-miss').waitFor();
  await one.checkAccessible('the editor');
  const { text } = await saved(one, 1);
  assert.equal(text.replace('role-arn = x', ''), CREDENTIALS);
  one.checkProblems();
});

test('S4: a generated profile, merged into the file, works with the aws command', async () => {
  const one = await reader();
  await view(one, 1);
  await one.page.locator('#new-role').fill(ADMIN);
  await one.page.locator('#new-session').fill('work_api');
  await one.page.locator('#new-source').fill('work');
  await one.page.locator('#new-name').fill('named');
  await one.page.locator('#new-profile button[type=submit]').click();
  // The name is taken: the person is asked, and nothing is overwritten.
  await one.page.locator('.changes .notice-caution').waitFor();
  await one.checkAccessible('a name that is taken');
  await one.page.locator('.changes .notice-caution button').first().click();
  await one.page.locator('.diff').waitFor();
  assert.match(await one.page.locator('.diff').innerText(), /\+ \[profile named-2\]/);
  await one.checkAccessible('the diff');
  await checkSecrets(one, 'the diff');
  await one.page.locator('.changes .button-primary').click();
  await one.page.locator('.diff').waitFor({ state: 'detached' });
  const { text } = await saved(one, 0);
  assert.ok(text.startsWith(CONFIG), 'the own text stays byte for byte');
  const home = await AwsHome.with(here.aws.origin, { config: text, credentials: CREDENTIALS });
  try {
    const { arn, error } = await home.whoAmI('named-2');
    assert.equal(arn, `arn:aws:sts::${demo.PRODUCTION}:assumed-role/admin_role/work_api`, error);
  } finally {
    await home.remove();
  }
  // Taken out of the block again, the file is as it was.
  await one.page.locator('.managed button').click();
  await one.page.locator('.changes .button-primary').click();
  await one.page.locator('.diff').waitFor({ state: 'detached' });
  assert.equal((await saved(one, 0)).text, CONFIG);
  one.checkProblems();
});

for (const how of [{ language: 'ja' }, { width: 360, dark: true }]) {
  test(`S5: a program of a service bears a name that stays, and the two accounts are drawn (${JSON.stringify(how)})`, async () => {
    const one = await reader(how);
    await choose(one, 'named');
    await view(one, 2);
    await one.page.locator('#program-for-1').check();
    await one.page.locator('#program-application').fill('billing-report');
    for (const place of [0, 1, 2, 3, 4, 5]) {
      await one.page.locator(`#program-language-${place}`).check();
      await one.page.locator('.code-block').waitFor();
      assert.match(await one.page.locator('.code-block').innerText(), /billing-report/);
    }
    const [service, call, role] = await one.page.locator('.accounts li').allInnerTexts();
    assert.doesNotMatch(service, /\d{12}/, 'nobody named the account of the service');
    assert.match(call, /sts:AssumeRole\s+billing-report/);
    assert.match(role, /222222222222\s+admin_role/);
    assert.match(await one.page.locator('.accounts').innerText(), /arn:aws:sts::222222222222:assumed-role\/admin_role\/billing-report/);
    await one.checkFits('programs');
    await one.checkAccessible('programs');
    one.checkProblems();
  });
}

test('changes that are not downloaded are not lost without a question', async () => {
  const one = await person();
  await one.visit('/trust');
  await one.page.locator('.nav a[href="/profiles"]').click();
  await one.page.locator('.drop').waitFor();
  await drop(one, { config: CONFIG });
  await one.page.locator('#own-name').fill('work_api');
  await choose(one, 'nameless');
  const asked = [];
  let answer = false;
  one.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    return answer ? dialog.accept() : dialog.dismiss();
  });
  const leave = () => one.page.locator('.nav a[href="/trust"]').click();
  const stayed = async () => {
    assert.match(one.page.url(), /\/profiles$/);
    assert.equal(await one.page.locator('#profile-title').innerText(), 'nameless');
  };
  await one.page.locator('.remark', { hasText: 'check.no-session-name' }).locator('button').click();
  await leave();
  await stayed();
  await one.page.locator('.nav a[href="/profiles"]').click();
  await stayed();
  await Promise.all([one.page.waitForEvent('dialog'), one.page.evaluate(() => history.back())]);
  await one.page.waitForFunction(() => location.pathname === '/profiles');
  await stayed();
  assert.deepEqual(asked, ['confirm', 'confirm']);
  // What was downloaded can be left; so can what is not wanted.
  await saved(one, 0);
  await leave();
  await one.page.locator('#trust-policy').waitFor();
  assert.equal(asked.length, 2);
  await one.page.locator('.nav a[href="/profiles"]').click();
  await one.page.locator('.drop').waitFor();
  await drop(one, { config: CONFIG });
  await choose(one, 'broken');
  await one.page.locator('.refusal button').click();
  answer = true;
  await leave();
  await one.page.locator('#trust-policy').waitFor();
  assert.equal(asked.length, 3);
  one.checkProblems();
});

test('roles of another tool become profiles', async () => {
  const one = await person();
  await one.visit('/profiles');
  await one.page.locator('.disclosure summary').click();
  await one.page.locator('#profile-paste').fill(
    `[base]\naws_account_id = ${demo.PEOPLE}\n[production]\naws_account_id = ${demo.PRODUCTION}\nrole_name = admin_role\ncolor = ffaaee\n`,
  );
  await one.page.locator('form:has(#profile-paste) button').click();
  await one.page.locator('.offers').waitFor();
  await one.page.locator('#imported-session').fill('work_api');
  await one.checkAccessible('roles of another tool');
  await one.page.locator('form:has(.offers) button[type=submit]').click();
  assert.match(await one.page.locator('.diff').innerText(), /\+ \[profile production\]\n\+ role_arn = arn:aws:iam::222222222222:role\/admin_role/);
  one.checkProblems();
});

test('what is forgotten is gone, and so is what was left', async () => {
  const one = await reader({ language: 'ja', width: 360 });
  await checkSecrets(one, 'both files');
  await one.page.locator('.profiles-head .button-danger').click();
  await one.page.locator('.drop').waitFor();
  assert.equal(await one.page.locator('.sheet').count(), 0);
  await one.checkAccessible('the beginning');
  await one.checkFits('the beginning');
  await drop(one, { credentials: CREDENTIALS });
  await one.page.locator('.sheet').waitFor();
  await one.page.locator('.nav a[href="/settings"]').click();
  await one.page.locator('.nav a[href="/profiles"]').click();
  await one.page.locator('.drop').waitFor();
  await drop(one, { notes: 'nothing of use' });
  await one.page.locator('.notice-bad').waitFor();
  one.checkProblems();
});
