// The scenarios of the main job in a real browser, in every language: from the sign-in page to CloudTrail's record.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { AwsHome, defaultKey } from './lib/aws_cli.mjs';
import { LANGUAGES, browser } from './lib/browser.mjs';
import * as demo from './lib/demo.mjs';
import { scene } from './lib/scene.mjs';

const here = scene();
const { person } = browser(here);
const ADMIN_ARN = 'arn:aws:sts::222222222222:assumed-role/admin_role/work_api';

/** Runs with a home directory that is gone afterwards. */
async function withHome(files, use) {
  const home = await AwsHome.with(here.aws.origin, files);
  try {
    return await use(home);
  } finally {
    await home.remove();
  }
}

/** The profile's name in a section `[profile name]` or `[name]`. */
const profileOf = (text) => text.match(/^\[(?:profile )?(.+)\]$/m)[1];

for (const language of Object.keys(LANGUAGES)) {
  test(`S1 the page says before the call what CloudTrail will record, and the profile carries the name (${language})`, async () => {
    const one = await person({ language });
    await one.signIn(demo.WORK_API);
    await here.aws.reset();
    await one.takeRole(demo.role('admin_role'));
    assert.equal(await one.page.locator('html').getAttribute('lang'), language);

    const [yours, nameless] = await one.page.locator('.record-arn').allTextContents();
    assert.equal(yours, ADMIN_ARN);
    assert.match(nameless, /^arn:aws:sts::222222222222:assumed-role\/admin_role\/botocore-session-\d{10}$/);
    assert.deepEqual(await here.aws.asked(), [], 'nothing was asked of AWS yet');

    // What the page says of a profile without a name is what the real command does.
    const config = (role, more = '') => `[profile bare]\nrole_arn = ${demo.role(role)}\nsource_profile = default\nregion = us-east-1\n${more}`;
    await withHome({ config: config('nameless_role'), credentials: defaultKey(demo.WORK_API) }, async (home) => {
      assert.match((await home.whoAmI('bare')).arn, /assumed-role\/nameless_role\/botocore-session-\d{10}$/);
    });
    await withHome({ config: config('admin_role'), credentials: defaultKey(demo.WORK_API) }, async (home) => {
      assert.match((await home.whoAmI('bare')).error, /AccessDenied/);
    });

    await one.takeCredentials();
    const { text } = await one.download('config');
    assert.match(text, /^role_session_name = work_api$/m);
    assert.doesNotMatch(text, /secret|token/i, 'a profile holds no secret');
    await withHome({ config: text, credentials: defaultKey(demo.WORK_API) }, async (home) => {
      assert.equal((await home.whoAmI(profileOf(text))).arn, ADMIN_ARN);
      assert.equal((await home.whoIsIni(profileOf(text))).arn, ADMIN_ARN);
    });
    const names = (await here.aws.trail({ name: 'AssumeRole', account: demo.PRODUCTION })).map(
      ({ requestParameters }) => requestParameters?.roleSessionName,
    );
    assert.equal(names.at(-1), 'work_api');
    one.checkProblems();
  });

  test(`S2 work_api switches into admin_role under the own name; another name is refused with its reason (${language})`, async () => {
    const one = await person({ language, refusals: true });
    await one.signIn(demo.WORK_API);
    await one.takeRole(demo.role('admin_role'));
    assert.equal(await one.page.locator('.name-plate-name').textContent(), 'work_api');
    assert.equal(await one.page.locator('.name :is(input, select, textarea, [contenteditable])').count(), 0, 'the name is no field');
    await one.takeCredentials();
    assert.equal(await one.page.locator('.credentials .facts dd').textContent(), ADMIN_ARN);
    const [record] = await here.aws.trail({ name: 'AssumeRole', account: demo.PRODUCTION });
    assert.equal(record.requestParameters.roleSessionName, 'work_api');

    // A page that was tampered with asks under another name: the portal refuses before AWS is asked.
    await here.aws.reset();
    await one.page.route('**/api/switch', (route) => {
      const body = route.request().postDataJSON();
      body.role.role_session_name = 'alice';
      return route.continue({ postData: JSON.stringify(body) });
    });
    await one.page.locator('#take-credentials').click();
    await one.page.locator('.refusal[data-code=name-not-bound]').waitFor();
    const refusal = await one.page.locator('.refusal').innerText();
    assert.match(refusal, /alice/);
    assert.match(refusal, /work_api/);
    assert.deepEqual(await here.aws.asked(), []);

    // A role that does not trust the person: AWS refuses, and the page names what may be the cause and what to do.
    await one.page.unroute('**/api/switch');
    await one.takeRole(demo.role('alice_only'));
    await one.page.locator('#take-credentials').click();
    await one.page.locator('.refusal[data-code=access-denied]').waitFor();
    assert.ok((await one.page.locator('.refusal ol > li').count()) >= 2, 'causes, the likeliest first');
    assert.ok((await one.page.locator('.refusal ul > li').count()) >= 1, 'steps');
    one.checkProblems();
  });

  test(`S4 the six digits are typed once and give lines for bash and PowerShell, and a profile with mfa_serial (${language})`, async () => {
    const one = await person({ language });
    await one.signIn(demo.ALICE);
    await one.takeRole(demo.role('mfa_admin'));
    await one.page.locator('#mfa').check();
    assert.equal(await one.page.locator('#mfa-serial').inputValue(), demo.ALICE_MFA);
    const code = here.canaries.add(await here.aws.totp(demo.ALICE_MFA), 'an MFA code');
    // As an input method gives them, with a gap in the middle as devices show it.
    const wide = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
    await one.page.locator('#mfa-code').fill(language === 'ja' ? `${wide.slice(0, 3)}　${wide.slice(3)}` : `${code.slice(0, 3)} ${code.slice(3)}`);
    assert.equal(await one.page.locator('#mfa-code').inputValue(), code);
    await one.takeCredentials();
    assert.equal(await one.page.locator('#mfa-code').inputValue(), '', 'a code works once');
    assert.equal((await here.aws.trail({ name: 'AssumeRole', account: demo.PRODUCTION })).length, 1);

    const arn = 'arn:aws:sts::222222222222:assumed-role/mfa_admin/alice';
    const bash = await one.download('posix');
    const shell = await one.download('powershell');
    const profile = await one.download('config');
    assert.match(profile.text, new RegExp(`^mfa_serial = ${demo.ALICE_MFA}$`, 'm'));
    const variables = Object.fromEntries(
      [...shell.text.matchAll(/^\$Env:(AWS_\w+)\s*=\s*'([^']*)'\s*$/gm)].map(([, name, value]) => [name, value]),
    );
    await withHome({ config: profile.text, credentials: defaultKey(demo.ALICE) }, async (home) => {
      assert.equal((await home.whoAmIAfter(bash.text)).arn, arn);
      const exports = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_DEFAULT_REGION'];
      const lines = exports.map((name) => `export ${name}='${variables[name]}'`).join('\n');
      assert.deepEqual(await home.whoAmIAfter(`unset AWS_PROFILE AWS_SECURITY_TOKEN\n${lines}`), { arn }, 'what PowerShell is told');
      // A later code, since this one is used up.
      const later = () => here.aws.totp(demo.ALICE_MFA, 1).then((digits) => here.canaries.add(digits, 'an MFA code'));
      assert.equal((await home.whoIsIni(profileOf(profile.text), later)).arn, arn);
    });
    one.checkProblems();
  });

  test(`S6 a click opens the console of that account, role, region and page in a tab of its own (${language})`, async () => {
    const one = await person({ language });
    await one.signIn(demo.WORK_API);
    await one.takeRole(demo.role('admin_role'));
    await one.page.locator('#region').selectOption('eu-west-1');
    await one.page.locator('#destination').selectOption('s3');
    const tab = await one.openConsole();
    const said = async (id) => tab.locator(`#${id}`).textContent();
    assert.equal(await said('who'), 'assumed-role/admin_role/work_api');
    assert.deepEqual(
      [await said('account-id'), await said('role'), await said('region'), await said('page'), await said('session-name')],
      ['222222222222', 'admin_role', 'eu-west-1', '/s3/buckets', 'work_api'],
    );
    assert.equal(await tab.evaluate(() => window.opener), null, 'the console cannot reach back');
    assert.equal(await tab.evaluate(() => document.referrer), '', 'nor is it told where the person came from');
    // The portal's tab stays where it was and says what happened.
    await one.page.locator('.outcome .notice').waitFor();
    assert.match(await one.page.locator('.outcome .notice').innerText(), /admin_role/);
    // The console leads back to this very role when its session has ended.
    const issuer = new URL(await said('issuer'));
    assert.equal(issuer.origin, here.portal.origin);
    assert.equal(issuer.searchParams.get('role'), demo.role('admin_role'));
    one.checkProblems();
  });

  test(`S6 a link shows everything first and acts only on a click (${language})`, async () => {
    const one = await person({ language });
    const link = `/switch?${new URLSearchParams({ role: demo.role('admin_role'), region: 'ap-northeast-1', destination: 'ec2' })}`;
    await one.visit(link);
    await one.page.locator('.after').waitFor();
    assert.match(await one.page.locator('.after').innerText(), /admin_role[^]*222222222222/);
    await one.typeKey(demo.WORK_API);
    await one.page.locator('#open-console').waitFor();
    assert.equal(await one.page.locator('#pane-title').textContent(), 'admin_role');
    assert.deepEqual(
      [await one.page.locator('#region').inputValue(), await one.page.locator('#destination').inputValue()],
      ['ap-northeast-1', 'ec2'],
    );
    await here.aws.reset();
    await one.page.waitForTimeout(500);
    assert.deepEqual(await here.aws.asked(), [], 'nothing happened by itself');
    const tab = await one.openConsole();
    assert.equal(await tab.locator('#who').textContent(), 'assumed-role/admin_role/work_api');
    assert.equal(await tab.locator('#region').textContent(), 'ap-northeast-1');
    one.checkProblems();
  });

  test(`S7 credentials as files and lines for every shell and tool, with a countdown (${language})`, async () => {
    const one = await person({ language });
    await one.signIn(demo.WORK_API);
    await one.takeRole(demo.role('admin_role'));
    await one.page.locator('#duration').selectOption('900');
    await one.takeCredentials();
    assert.match(await one.page.locator('.countdown').innerText(), /1[45]:\d\d/);

    const forms = {};
    for (const tab of await one.page.locator('[role=tab]').all()) {
      const form = (await tab.getAttribute('id')).replace('form-', '');
      forms[form] = await one.download(form);
      here.canaries.absent(form === 'config' ? '' : await one.page.locator('.code-block').innerText(), `the masked ${form}`);
      await one.page.locator('.credentials .row button').first().click();
      await one.page.waitForFunction((text) => navigator.clipboard.readText().then((copied) => copied === text), forms[form].text);
    }
    assert.deepEqual(Object.keys(forms).length, 8);
    await one.page.locator('#form-posix').click();
    await one.page.locator('.credentials button[aria-pressed]').click();
    assert.equal((await one.page.locator('.code-block').innerText()).trim(), forms.posix.text.trim(), 'shown when asked for');

    const credentials = forms.credentials.text;
    const name = profileOf(credentials);
    const process = forms.process.text;
    const config = (home) => `[profile by-process]\ncredential_process = cat ${home}\nregion = us-east-1\n`;
    await withHome({ credentials, config: `[profile ${name}]\nregion = us-east-1\n`, 'process.json': process }, async (home) => {
      assert.equal((await home.whoAmI(name)).arn, ADMIN_ARN, 'the aws command, by credentials file');
      assert.equal((await home.whoIsIni(name)).arn, ADMIN_ARN, 'fromIni, by credentials file');
      assert.equal((await home.whoAmIAfter(forms.posix.text)).arn, ADMIN_ARN, 'bash');
      assert.equal((await home.whoAmIAfter(`unset AWS_PROFILE AWS_SECURITY_TOKEN\nset -a\n${forms.dotenv.text}`)).arn, ADMIN_ARN, '.env');
      await withHome({ config: config(home.file('process.json')), credentials: '' }, async (other) => {
        assert.equal((await other.whoAmI('by-process')).arn, ADMIN_ARN, 'credential_process');
      });
    });
    // These shells are not on every machine: what they are told is read here.
    const values = (text, pattern) => Object.fromEntries([...text.matchAll(pattern)].map(([, key, value]) => [key, value]));
    const expected = values(forms.posix.text, /^export (\w+)='([^']*)'$/gm);
    assert.equal(Object.keys(expected).length, 6);
    assert.deepEqual(values(forms.fish.text, /^set -gx (\w+) '([^']*)'$/gm), expected, 'fish');
    assert.deepEqual(values(forms.powershell.text, /^\$Env:(\w+) = '([^']*)'$/gm), expected, 'PowerShell');
    assert.deepEqual(values(forms.cmd.text, /^(?:@?)set "?(AWS_\w+)=([^"\r\n]+?)"?\r?$/gm), expected, 'cmd');
    one.checkProblems();
  });
}
