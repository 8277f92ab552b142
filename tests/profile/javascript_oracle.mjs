// What the JavaScript SDK's loader reads in profile files.
//
// Reads one JSON object a line: {"config", "credentials"}; answers {"profiles"} one a line. The folder that holds the
// module @smithy/shared-ini-file-loader is the first argument.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const require = createRequire(join(process.argv[2], "x.js"));
const { parseKnownFiles } = require("@smithy/shared-ini-file-loader");
const home = mkdtempSync(join(tmpdir(), "nanori-"));
const configFilepath = join(home, "config");
const filepath = join(home, "credentials");

for await (const line of createInterface({ input: process.stdin })) {
  const { config, credentials } = JSON.parse(line);
  writeFileSync(configFilepath, config);
  writeFileSync(filepath, credentials);
  const profiles = await parseKnownFiles({ configFilepath, filepath, ignoreCache: true });
  process.stdout.write(`${JSON.stringify({ profiles })}\n`);
}
rmSync(home, { recursive: true });
