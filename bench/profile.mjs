// Profile files, natively: reading, resolving and checking 10,000 profiles beside botocore, and merging 1,000 into 2 MB.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { example } from "./example.mjs";
import { median } from "./workerd.mjs";

const ROUNDS = 5;
const root = process.env.NANORI_ROOT;
const folder = join(root, "target/bench");
mkdirSync(folder, { recursive: true });

const ours = (...words) => JSON.parse(execFileSync(example("nanori-profile", "measure"), words, { encoding: "utf8" }));

/** The path of a config file with so many profiles. */
function file(profiles) {
  const path = join(folder, `profiles-${profiles}`);
  const words = ["write", `${profiles}`];
  writeFileSync(path, execFileSync(example("nanori-profile", "measure"), words, { maxBuffer: 1 << 28 }));
  return path;
}

function load() {
  const path = file(10_000);
  const program = join(root, "tests/profile/load_botocore.py");
  const botocore = () => JSON.parse(execFileSync(process.env.NANORI_PYTHON, [program, path, "1"], { encoding: "utf8" }));
  const times = { ours: [], botocore: [] };
  let first;
  for (let round = 0; round < ROUNDS; round++) {
    first = ours("load", path);
    const theirs = botocore();
    if (first.profiles !== theirs.profiles || first.resolved !== theirs.resolved) {
      throw new Error(`botocore resolves ${theirs.resolved} of ${theirs.profiles}, ours ${first.resolved} of ${first.profiles}`);
    }
    times.ours.push(first.ms);
    times.botocore.push(theirs.ms);
  }
  return {
    ours: median(times.ours),
    peers: { botocore: median(times.botocore) },
    note: `median of ${ROUNDS} rounds, ours each the median of eleven; ${first.profiles} profiles, ${first.bytes} bytes; ours checks them too (${first.diagnoses} diagnoses)`,
  };
}

function merge() {
  const [small, large] = [file(1_000), file(10_000)];
  const times = { small: [], large: [] };
  let last;
  for (let round = 0; round < ROUNDS; round++) {
    times.small.push(ours("merge", small, "100").ms);
    last = ours("merge", large, "1000");
    times.large.push(last.ms);
  }
  return {
    ours: median(times.large),
    peers: { "a tenth of it": median(times.small) },
    note: `plan, diff and result; 1,000 profiles into ${last.bytes} bytes, beside 100 into a tenth of that`,
  };
}

console.log(JSON.stringify({ "profile.load": load, "profile.merge": merge }[process.argv[2]]()));
