// The trust page: checking, explaining, writing, a whole account, and why a switch was refused. The policy that it writes is
// put into a local AWS, which must then do what the page said.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { LANGUAGES, browser } from './lib/browser.mjs';
import * as demo from './lib/demo.mjs';
import { LocalAws } from './lib/local_aws.mjs';
import { scene } from './lib/scene.mjs';
import { freePort } from './lib/service.mjs';
import { call, callSts } from './lib/signer.mjs';

// An AWS that starts once there is a policy to put into it; its portal runs before.
const port = await freePort();
const here = scene({ also: { later: { aws: `http://127.0.0.1:${port}` } } });
const { person } = browser(here);

const ROLE = demo.role('admin_role');
const USER = `arn:aws:iam::${demo.PEOPLE}:user/work_api`;
const NAMELESS = 'botocore-session-1609426800';
const NAMES = ['work_api', NAMELESS, 'alice'];

/** A task by its place: check, explain, write, account. */
const task = (one, place) => one.page.locator(`#trust-task-${place}`).check();
const policy = (one, text) => one.page.locator('#trust-policy').fill(text);
const codes = (one) => one.page.locator('.finding').evaluateAll((found) => found.map((item) => item.dataset.code));
const decision = (one) => one.page.locator('.decision').getAttribute('data-decision');

/** A trust policy with one statement. */
const statement = (more) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: demo.PEOPLE }, Action: 'sts:AssumeRole', ...more }] }, null, 2);
const NAMED = statement({ Condition: { StringEquals: { 'sts:RoleSessionName': '${aws:username}' } } });

/** What `get-account-authorization-details` writes, with `roles` roles of which every third enforces names. */
function account(roles) {
  const one = (index) => ({
    Path: '/', RoleName: `role${index}`, Arn: demo.role(`role${index}`),
    AssumeRolePolicyDocument: JSON.parse(index % 3 === 0 ? NAMED : statement({})),
  });
  const service = { RoleName: 'machine', Arn: demo.role('machine'), AssumeRolePolicyDocument: JSON.parse(statement({ Principal: { Service: 'ec2.amazonaws.com' } })) };
  return JSON.stringify({ RoleDetailList: [...Array.from({ length: roles }, (_, index) => one(index)), service] });
}

async function giveAccount(one, text) {
  await one.page.locator('#account-file').setInputFiles({ name: 'account.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await one.page.locator('.table').waitFor();
}

for (const language of Object.keys(LANGUAGES)) {
  test(`S8 S2 a policy is written, explained, put into AWS, and AWS does what the page said (${language})`, { timeout: 120_000 }, async () => {
    const one = await person({ language });
    const { page } = one;
    // Written
    await page.goto(`${here.later.origin}/trust`);
    await page.locator('#trust-task-0').waitFor({ state: 'attached' });
    await task(one, 2);
    await page.locator('#write-role').fill(ROLE);
    await page.locator('#write-people').fill(USER);
    const written = page.locator('#written-trust-text');
    await written.waitFor();
    const trust = JSON.parse(await written.innerText());
    assert.deepEqual(trust.Statement[0].Condition, { StringEquals: { 'sts:RoleSessionName': '${aws:username}' } });
    assert.deepEqual(JSON.parse(await page.locator('#written-identity-text').innerText()).Statement[0].Resource, ROLE);
    for (const [place, mark] of Object.entries(['"Version"', 'aws_iam_role', 'AWS::IAM::Role', '"AWS::IAM::Role"', 'CfnRole', 'aws iam create-role'])) {
      await page.locator(`#output-${place}`).check();
      await page.waitForFunction(([mark]) => document.querySelector('#written-trust-text').textContent.includes(mark), [mark]);
    }
    // Explained
    await page.locator('#explain-written').click();
    await page.locator('#who-user').fill(USER);
    const explained = {};
    for (const name of NAMES) {
      await page.locator('#ask-session-name').fill(name === NAMELESS ? '' : name);
      explained[name] = await decision(one);
      if (explained[name] === 'denied') {
        const flips = await page.locator('.flips li').allInnerTexts();
        assert.match(flips[0], /work_api/, 'the smallest change is the own name');
        assert.match(await page.locator('.trace').first().innerText(), new RegExp(name));
      }
    }
    assert.deepEqual(explained, { work_api: 'allowed', [NAMELESS]: 'denied', alice: 'denied' });
    // Put into AWS
    const folder = await mkdtemp(path.join(os.tmpdir(), 'nanori-trust-'));
    const file = path.join(folder, 'accounts.toml');
    const text = await readFile(demo.file, 'utf8');
    const replaced = text.replace(/(name = "admin_role"[\s\S]*?trust = ''')[\s\S]*?(''')/, (_, before, after) => `${before}${JSON.stringify(trust)}${after}`);
    assert.notEqual(replaced, text);
    await writeFile(file, replaced);
    const aws = await LocalAws.start({ port, file });
    try {
      for (const name of NAMES) {
        const answer = await callSts(call('AssumeRole', { RoleArn: ROLE, RoleSessionName: name }), { to: aws.origin, key: demo.WORK_API });
        if (answer.key) here.canaries.add(answer.key.secret, 'an issued secret access key');
        const done = answer.arn === `arn:aws:sts::${demo.PRODUCTION}:assumed-role/admin_role/${name}` ? 'allowed' : 'denied';
        assert.equal(done, explained[name], `${name}: ${answer.code}`);
      }
      // And by the portal, which sends the person's own name and no other.
      await page.goto(here.later.origin);
      await one.typeKey(demo.WORK_API);
      await page.locator('.whoami').waitFor();
      await one.takeRole(ROLE);
      await one.takeCredentials();
      assert.match(await page.locator('.credentials .facts dd').textContent(), /admin_role\/work_api$/);
    } finally {
      await aws.service.stop();
      await rm(folder, { recursive: true, force: true });
    }
    one.checkProblems();
  });

  test(`S8 mistakes and findings are shown at their place, with their reason, and fixed by a click (${language})`, async () => {
    const one = await person({ language });
    const { page } = one;
    await one.visit('/trust');
    await policy(one, '{\n  "Version": "2012-10-17",\n  "Statment": []\n}');
    await page.locator('.finding[data-code=unknown_element]').waitFor();
    await page.locator('.finding[data-code=unknown_element] .excerpt').click();
    const marked = await page.evaluate(() => {
      const field = document.activeElement;
      return field.value.slice(field.selectionStart, field.selectionEnd);
    });
    assert.equal(marked, '"Statment"');
    await page.locator('.finding[data-code=unknown_element] button:has(svg)').click();
    assert.match(await page.locator('#trust-policy').inputValue(), /"Statement"/);
    await policy(one, statement({ Condition: { StringLike: { 'sts:RoleSessionName': '${aws:username}*' }, BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } } }));
    await page.locator('.finding[data-code=mfa_if_exists]').waitFor();
    assert.deepEqual((await codes(one)).sort(), ['mfa_if_exists', 'name_admits_others']);
    for (const href of await page.locator('.finding-source').evaluateAll((links) => links.map((link) => link.href))) {
      assert.match(href, /^https:\/\/docs\.aws\.amazon\.com\/IAM\/latest\/UserGuide\/[\w-]+\.html$/);
    }
    for (const code of ['mfa_if_exists', 'name_admits_others']) {
      await page.locator(`.finding[data-code=${code}] button:has(svg)`).click();
      await page.locator(`.finding[data-code=${code}]`).waitFor({ state: 'detached' });
    }
    assert.ok(!(await codes(one)).some((code) => code.startsWith('name_') || code.startsWith('mfa_')), 'the fixes put it right');
    assert.equal(await page.locator('.badge[data-names=enforced]').count(), 1);
    one.checkProblems();
  });

  test(`S8 a whole account: how many names are enforced, who enters, filters, and a way into each policy (${language})`, async () => {
    const one = await person({ language });
    const { page } = one;
    await one.visit('/trust');
    await task(one, 3);
    await giveAccount(one, account(240));
    assert.match(await page.locator('#account-names').innerText(), /(\D|^)80\D+240|240\D+80\D/);
    assert.equal(await page.locator('.table [role=row]').count(), 101, 'a portion, with the head');
    await page.locator('#show-1').check();
    assert.match(await page.locator('.account > [role=status]').innerText(), /160/);
    await page.locator('#account-search').fill('role100');
    assert.equal(await page.locator('.table [role=row]').count(), 2);
    assert.match(await page.locator('.table-who').last().innerText(), new RegExp(demo.PEOPLE));
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.table-tools .button').click()]);
    assert.equal(download.suggestedFilename(), 'roles.csv');
    const csv = await readFile(await download.path(), 'utf8');
    assert.deepEqual(csv.split('\r\n').slice(1), [`role100,${demo.role('role100')},${demo.PEOPLE},open,account_without_name_rule`, '']);
    await page.locator('.table-role .link-button').click();
    await page.locator('.finding[data-code=account_without_name_rule]').waitFor();
    one.checkProblems();
  });

  test(`S2 why was I denied? One click from the refusal, and the policy makes it certain (${language})`, async () => {
    // In one language on a phone, where the navigation of somebody signed in has the least room.
    const one = await person({ language, refusals: true, width: language === 'ja' ? 360 : 1280 });
    const { page } = one;
    await one.signIn(demo.WORK_API);
    await one.takeRole(demo.role('mfa_admin'));
    await page.locator('#take-credentials').click();
    await page.locator('.why-denied-link').click();
    await page.locator('.why-denied').waitFor();
    assert.equal(new URL(page.url()).search, '', 'nothing goes by way of the address');
    assert.match(page.url(), /\/trust$/);
    assert.equal(await page.locator('#ask-role').inputValue(), demo.role('mfa_admin'));
    assert.equal(await page.locator('#ask-session-name').inputValue(), 'work_api');
    assert.match(await page.locator('.why-denied .facts').innerText(), /AccessDenied/);
    assert.equal(await page.locator('.causes li').first().getAttribute('data-cause'), 'mfa_missing');
    await policy(one, statement({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }));
    await page.locator('.causes li[data-certainty=Certain][data-cause=trust_silent]').waitFor();
    assert.equal(await page.locator('.causes li').count(), 1);
    assert.equal(await decision(one), 'denied');
    assert.match(await page.locator('.flips li').first().innerText(), /MFA/);
    await one.checkFits('why denied');
    await one.checkAccessible('why denied');
    await page.locator('#ask-mfa-1').check();
    assert.equal(await decision(one), 'allowed');
    one.checkProblems();
  });
}

test('a folder is gone through, files without roles are named, and nothing leaves the page', async () => {
  const one = await person();
  const { page } = one;
  await one.visit('/trust');
  await task(one, 3);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const data = await page.evaluateHandle(
    ([named, open]) => {
      const data = new DataTransfer();
      data.items.add(new File([named], 'admin.json', { type: 'application/json' }));
      data.items.add(new File([open], 'open.json', { type: 'application/json' }));
      data.items.add(new File(['hello'], 'README.md', { type: 'text/plain' }));
      return data;
    },
    [NAMED, statement({})],
  );
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: data });
  await page.locator('.table').waitFor();
  assert.match(await page.locator('#account-names').innerText(), /1 of 2/);
  assert.match(await page.locator('.account-summary').innerText(), /1 file/);
  assert.deepEqual((await page.locator('.table-role .link-button').allInnerTexts()).sort(), ['admin.json', 'open.json']);
  assert.deepEqual(asked, []);
  one.checkProblems();
});

test('S8 a folder of policies is chosen', async () => {
  const one = await person();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'nanori-policies-'));
  await mkdir(path.join(folder, 'team'));
  await writeFile(path.join(folder, 'admin.json'), NAMED);
  // As `>` of Windows PowerShell writes it.
  await writeFile(path.join(folder, 'team', 'open.json'), Buffer.from(`\ufeff${statement({})}`, 'utf16le'));
  await one.visit('/trust');
  await task(one, 3);
  await one.page.locator('#account-folder').setInputFiles(folder);
  await one.page.locator('.table').waitFor();
  assert.deepEqual((await one.page.locator('.table-role .link-button').allInnerTexts()).sort(), ['admin.json', 'open.json']);
  await rm(folder, { recursive: true });
  one.checkProblems();
});

test('S8 by keyboard alone: write a policy, and see it explained', async () => {
  const one = await person();
  const { page } = one;
  const { keyboard } = page;
  await one.visit('/trust');
  const tabTo = async (selector) => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
      await keyboard.press('Tab');
    }
    assert.fail(`Tab does not lead to ${selector}`);
  };
  await tabTo('#trust-task-0');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await tabTo('#write-role');
  await keyboard.type(ROLE);
  await tabTo('#write-people');
  await keyboard.type(USER);
  await tabTo('#explain-written');
  await keyboard.press('Enter');
  await page.locator('#who-user').waitFor();
  await page.locator('#trust-policy').focus();
  await tabTo('#who-user');
  await keyboard.type(USER);
  await tabTo('#ask-session-name');
  await keyboard.type('work_api');
  await page.locator('.decision[data-decision=allowed]').waitFor();
  one.checkProblems();
});

/** Every state of the page, each reached from the one before. */
const STATES = [
  ['check, empty', async (one) => {
    await one.visit('/trust');
    await one.page.locator('h1').waitFor();
  }],
  ['check, findings', (one) => one.page.locator('.policy-head .button-quiet').first().click()],
  ['check, mistakes', (one) => policy(one, '{"Version": "2012-10-17", "Statement": {"Effect": "allow"}}')],
  ['check, clean', (one) => policy(one, NAMED)],
  ['check, about the company', (one) => one.page.locator('.disclosures summary').first().click()],
  ['explain, waiting', (one) => task(one, 1)],
  ['explain, denied', async (one) => {
    await one.page.locator('#who-user').fill(USER);
    await one.page.locator('#ask-role').fill(ROLE);
    await one.page.locator('.decision').waitFor();
  }],
  ['explain, allowed, all fields', async (one) => {
    await one.page.locator('#ask-session-name').fill('work_api');
    await one.page.locator('#identity-policy').evaluate((field, text) => {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: ROLE } }));
    await one.page.locator('.decision[data-basis=both_allow]').waitFor();
    for (const summary of await one.page.locator('.disclosures summary').all()) await summary.click();
    await one.page.locator('#ask-address').fill('home');
    await one.page.locator('#ask-mfa-2').check();
  }],
  ['explain, identity provider', (one) => one.page.locator('#who-kind').selectOption('web-identity')],
  ['write, empty', (one) => task(one, 2)],
  ['write, does not go together', async (one) => {
    await one.page.locator('#write-role').fill(ROLE);
    await one.page.locator('#write-people').fill(demo.role('dev', demo.PEOPLE));
    await one.page.locator('.findings .notice').waitFor();
  }],
  ['write, written', async (one) => {
    await one.page.locator('#write-people').fill(USER);
    await one.page.locator('#write-mfa').check();
    for (const summary of await one.page.locator('.disclosures summary').all()) await summary.click();
    await one.page.locator('#written-trust-text').waitFor();
  }],
  ['write, a broker', (one) => one.page.locator('#way-1').check()],
  ['account, empty', (one) => task(one, 3)],
  ['account, read', (one) => giveAccount(one, account(12))],
];

for (const how of [
  { language: 'en', width: 1280, dark: false },
  { language: 'ja', width: 360, dark: true },
]) {
  test(`axe finds nothing and nothing sticks out (${how.language}, ${how.width} px, ${how.dark ? 'dark' : 'light'})`, { timeout: 120_000 }, async (t) => {
    const one = await person(how);
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
