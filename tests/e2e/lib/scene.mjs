// What most files need: a local AWS, a portal in front of it, and at the end the search for secrets in all that was written.

import assert from 'node:assert/strict';
import { after, before, beforeEach } from 'node:test';

import { Canaries } from './canary.mjs';
import { LocalAws } from './local_aws.mjs';
import { Portal } from './portal.mjs';

/** @typedef {{start: () => Promise<void>, stop: () => Promise<void>, check: () => void}} Companion */
/** @typedef {{variables?: Record<string, string>, platformLimit?: number, entry?: (text: string) => string}} How as for {@link Portal.start} */

/**
 * Registers the start before the file's first test and the end after its last one.
 * @param {How & {also?: Record<string, How>}} [how] the portal's; `also`: further portals by their names
 * @returns {{aws: LocalAws, portal: Portal, canaries: Canaries, companions: Companion[]} & Record<string, Portal>} filled
 *   in before the first test; companions are started after the portals and ended before them
 */
export function scene({ also = {}, ...how } = {}) {
  const scene = { canaries: new Canaries(), companions: [] };
  const portals = Object.entries({ portal: how, ...also });
  before(async () => {
    scene.aws = await LocalAws.start();
    const starts = portals.map(async ([name, how]) => {
      scene[name] = await Portal.start({ canaries: scene.canaries, aws: scene.aws.origin, ...how });
    });
    await Promise.all(starts);
    for (const companion of scene.companions) await companion.start();
  });
  beforeEach(() => scene.aws.reset());
  after(async () => {
    const running = portals.map(([name]) => scene[name]).filter(Boolean);
    const written = (await Promise.all(running.map((portal) => portal.written()))).join('\n');
    // Everything ends, whatever fails: what goes on running would keep the whole run from ending.
    await Promise.allSettled(scene.companions.map((companion) => companion.stop()));
    await Promise.allSettled([...running, scene.aws?.service].map((one) => one?.stop()));
    if (running.length < portals.length) return;
    for (const companion of scene.companions) companion.check();
    scene.canaries.absent(written, 'what the portal wrote');
    scene.canaries.absent(scene.aws.service.output, 'what the local AWS wrote');
    // Were nothing written at all, nothing could be found in it. Single tests chosen by name may have written nothing.
    const isWhole = !process.execArgv.some((argument) => argument.startsWith('--test-name-pattern'));
    assert.ok(!isWhole || /^\{"event":"/m.test(written), 'the portal wrote its log lines');
  });
  return scene;
}
