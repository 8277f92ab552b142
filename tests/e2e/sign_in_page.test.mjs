// The ways to hand over a key in the page: typed, pasted as a block, from a file; and what comes of wrong ones.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LANGUAGES, browser } from './lib/browser.mjs';
import * as demo from './lib/demo.mjs';
import { scene } from './lib/scene.mjs';
import { call, callSts } from './lib/signer.mjs';

const here = scene();
const { person } = browser(here);
const { id, secret } = demo.WORK_API;

/** Blocks as people have them on their clipboard. */
const BLOCKS = {
  'export lines': `export AWS_ACCESS_KEY_ID=${id}\nexport AWS_SECRET_ACCESS_KEY='${secret}'\n`,
  '$Env: lines': `$Env:AWS_ACCESS_KEY_ID="${id}"\r\n$Env:AWS_SECRET_ACCESS_KEY="${secret}"\r\n`,
  'set lines': `set AWS_ACCESS_KEY_ID=${id}\r\nset AWS_SECRET_ACCESS_KEY=${secret}\r\n`,
  'fish lines': `set -gx AWS_ACCESS_KEY_ID ${id}\nset -gx AWS_SECRET_ACCESS_KEY ${secret}\n`,
  'a section of a credentials file': `[work]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`,
  'JSON of create-access-key': JSON.stringify({ AccessKey: { UserName: 'work_api', AccessKeyId: id, SecretAccessKey: secret } }, null, 2),
  'JSON of a credential_process': JSON.stringify({ Version: 1, AccessKeyId: id, SecretAccessKey: secret }),
};

const FILE = `# people keep notes here
[default]
region = eu-west-1

[alice]
aws_access_key_id = ${demo.ALICE.id}
aws_secret_access_key = ${demo.ALICE.secret}

[work]
aws_access_key_id=${id}
aws_secret_access_key=${secret}
`;

async function signedInAs(one, name) {
  await one.page.locator('.whoami-name').waitFor();
  assert.equal(await one.page.locator('.whoami-name').textContent(), name);
}

/** Chooses a way by its place: typed, pasted, from a file. */
const way = (one, place) => one.page.locator(`#way-${place}`).check();

/** Drops a file onto the page as a file manager does. */
async function drop(one, name, text) {
  const data = await one.page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: '' }));
      return data;
    },
    [name, text],
  );
  await one.page.locator('.drop').dispatchEvent('dragover', { dataTransfer: data });
  await one.page.locator('.drop').dispatchEvent('drop', { dataTransfer: data });
}

for (const language of Object.keys(LANGUAGES)) {
  test(`a key that is typed (${language})`, async () => {
    const one = await person({ language });
    await one.signIn(demo.WORK_API);
    await signedInAs(one, 'work_api');
    assert.match(await one.page.locator('.whoami-account').textContent(), /111111111111/);
    one.checkProblems();
  });

  for (const [what, block] of Object.entries(BLOCKS)) {
    test(`a key that is pasted as ${what} (${language})`, async () => {
      const one = await person({ language });
      await one.visit();
      await way(one, 1);
      await one.page.locator('#paste').fill(block);
      await one.page.locator('.facts').waitFor();
      // The text has left the field, and of the secret nothing is shown.
      assert.equal(await one.page.locator('#paste').inputValue(), '');
      assert.match(await one.page.locator('.facts').innerText(), new RegExp(id));
      here.canaries.absent(await one.page.content(), 'the page after a paste');
      await one.page.locator('#sign-in-submit').click();
      await signedInAs(one, 'work_api');
      one.checkProblems();
    });
  }

  test(`a key from a file that is dropped, of one profile among several (${language})`, async () => {
    const one = await person({ language });
    await one.visit();
    await way(one, 2);
    await drop(one, 'credentials', FILE);
    await one.page.locator('.profiles').waitFor();
    assert.equal(await one.page.locator('.profile-row').count(), 2);
    await one.page.getByText('work', { exact: true }).click();
    here.canaries.absent(await one.page.content(), 'the page after a drop');
    await one.page.locator('#sign-in-submit').click();
    await signedInAs(one, 'work_api');
    one.checkProblems();
  });
}

test('a key from a file that is chosen', async () => {
  const one = await person();
  await one.visit();
  await way(one, 2);
  await one.page.locator('#credentials-file').setInputFiles({ name: 'credentials', mimeType: '', buffer: Buffer.from(FILE) });
  await one.page.locator('.profiles').waitFor();
  await one.page.locator('#sign-in-submit').click();
  await signedInAs(one, 'alice');
  one.checkProblems();
});

test('a key from a file that Windows PowerShell wrote, in UTF-16', async () => {
  const one = await person();
  await one.visit();
  await way(one, 2);
  const printed = JSON.stringify({ Version: 1, AccessKeyId: id, SecretAccessKey: secret });
  const buffer = Buffer.from(`\ufeff${printed}\r\n`, 'utf16le');
  await one.page.locator('#credentials-file').setInputFiles({ name: 'key.json', mimeType: '', buffer });
  await one.page.locator('#sign-in-submit').click();
  await signedInAs(one, 'work_api');
  const next = await person();
  await next.visit();
  await way(next, 2);
  await next.page.locator('#credentials-file').setInputFiles({ name: 'key.png', mimeType: '', buffer: Buffer.from([0x89, 0x50, 0xff]) });
  await next.page.locator('.notice').first().waitFor();
  one.checkProblems();
  next.checkProblems();
});

test('temporary credentials, typed and pasted', async () => {
  const { key } = await callSts(call('GetSessionToken'), { to: here.aws.origin, key: demo.WORK_API });
  here.canaries.add(key.secret, 'a temporary secret');
  here.canaries.add(key.token, 'a temporary token');
  const typing = await person();
  await typing.visit();
  await typing.typeKey(key);
  await signedInAs(typing, 'work_api');
  const pasting = await person();
  await pasting.visit();
  await way(pasting, 1);
  const block = `export AWS_ACCESS_KEY_ID=${key.id}\nexport AWS_SECRET_ACCESS_KEY=${key.secret}\nexport AWS_SESSION_TOKEN=${key.token}`;
  await pasting.page.locator('#paste').fill(block);
  await pasting.page.locator('#sign-in-submit').click();
  await signedInAs(pasting, 'work_api');
  typing.checkProblems();
  pasting.checkProblems();
});

test('what is no key is marked before anything is sent, and its field is in focus', async () => {
  const one = await person();
  await one.visit();
  await one.typeKey({ id: 'hello', secret: 'short' });
  await one.page.locator('#access-key-id[aria-invalid=true]').waitFor();
  assert.equal(await one.page.evaluate(() => document.activeElement.id), 'access-key-id');
  assert.ok((await one.page.locator('#access-key-id-error').innerText()).length > 10);
  assert.equal(await one.page.locator('#secret-access-key').inputValue(), 'short', 'nothing typed is lost');
  await way(one, 1);
  await one.page.locator('#paste').fill('export AWS_ACCESS_KEY_ID=AKIANANORIDEMOWORKA1\n');
  await one.page.locator('.notice').first().waitFor();
  assert.deepEqual(await here.aws.asked(), []);
  one.checkProblems();
});

for (const [what, key, code] of [
  ['a wrong secret', { id, secret: demo.ALICE.secret }, 'signature-mismatch'],
  ['an unknown key', { id: 'AKIANANORINOBODY0000', secret }, 'key-unknown'],
  ['the root user', demo.ROOT, 'root-refused'],
  ['a name of one character', demo.X, 'name-not-usable'],
]) {
  test(`${what} is refused with the reason and the next step`, async () => {
    const one = await person({ refusals: true });
    await one.visit();
    await one.typeKey(key);
    await one.page.locator(`.refusal[data-code=${code}]`).waitFor();
    assert.ok((await one.page.locator('.refusal li').count()) >= 1, 'a next step');
    assert.equal(await one.page.locator('#access-key-id').inputValue(), key.id);
    assert.equal(await one.page.locator('.whoami').count(), 0);
    one.checkProblems();
  });
}

test('a browser whose clock is wrong signs in all the same', async () => {
  for (const hours of [-30, 5]) {
    const one = await person();
    await one.page.clock.install({ time: Date.now() + hours * 3_600_000 });
    await one.signIn(demo.WORK_API);
    await signedInAs(one, 'work_api');
    one.checkProblems();
  }
});

test('a reload forgets the key and says so; the name is remembered by the portal', async () => {
  const one = await person();
  await one.signIn(demo.WORK_API);
  await one.page.reload();
  await one.page.locator('#access-key-id').waitFor();
  await one.page.locator('.before .notice').waitFor();
  assert.match(await one.page.locator('.before').innerText(), /work_api/);
  one.checkProblems();
});
