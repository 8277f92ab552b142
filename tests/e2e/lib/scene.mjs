// What most files need: a local AWS, a portal in front of it, and at the end the search for secrets in all that was written.

import assert from 'node:assert/strict';
import { after, before, beforeEach } from 'node:test';

import { Canaries } from './canary.mjs';
import { LocalAws } from './local_aws.mjs';
import { Portal } from './portal.mjs';

/**
 * Registers the start before the file's first test and the end after its last one.
 * @param {{variables?: Record<string, string>}} [how] settings of the worker
 * @returns {{aws: LocalAws, portal: Portal, canaries: Canaries}} filled in before the first test
 */
export function scene({ variables } = {}) {
  const scene = { canaries: new Canaries() };
  before(async () => {
    scene.aws = await LocalAws.start();
    scene.portal = await Portal.start({ canaries: scene.canaries, aws: scene.aws.origin, variables });
    scene.portal.aws = scene.aws.origin;
  });
  beforeEach(() => scene.aws.reset());
  after(async () => {
    const written = scene.portal && (await scene.portal.written());
    await scene.portal?.stop();
    await scene.aws?.service.stop();
    if (!written) return;
    scene.canaries.absent(written, 'what the portal wrote');
    scene.canaries.absent(scene.aws.service.output, 'what the local AWS wrote');
    // Were nothing written at all, nothing could be found in it.
    assert.match(written, /\{"event":"sign-in"/, 'the portal wrote its log lines');
  });
  return scene;
}
