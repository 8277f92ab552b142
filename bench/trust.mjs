// Decisions a second on generated trust policies: the crate as a release program, and an independent simulator in Node. Both
// are given the policy as it is written each time, so both read it, check it and decide; ours even parses the JSON.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runSimulation } from "@cloud-copilot/iam-simulate";
import { trustExample } from "./trust_example.mjs";
import { median } from "./workerd.mjs";

const CASES = 1000;
const SEED = 1;
const ROUNDS = 7;

const file = join(process.env.NANORI_ROOT, "target/bench/trust-cases.jsonl");
const lines = execFileSync(trustExample("cases"), [`${CASES}`, `${SEED}`], { encoding: "utf8", maxBuffer: 1 << 28 });
writeFileSync(file, lines);
const cases = lines.trimEnd().split("\n").map((line) => simulation(JSON.parse(line)));

/** Nanoseconds for each decision of ours: `{evaluate_ns, parse_and_evaluate_ns, …}`. */
const ours = () => JSON.parse(execFileSync(trustExample("measure"), [file, "1"], { encoding: "utf8" }));

/** Nanoseconds for each decision of theirs. */
async function theirs() {
  const began = performance.now();
  for (const one of cases) {
    const { resultType } = await runSimulation(one, {});
    if (resultType === "error") throw new Error("the simulator refuses a case");
  }
  return ((performance.now() - began) / cases.length) * 1e6;
}

/** The case as the simulator takes it, with the trust policy alone, as ours is measured. */
function simulation(one) {
  return {
    request: {
      principal: one.principal,
      action: one.action,
      resource: { resource: one.resource, accountId: one.account },
      contextVariables: one.context,
    },
    identityPolicies: [],
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    resourcePolicy: one.trust,
  };
}

const times = { read: [], decide: [], theirs: [] };
// The first round only warms up.
for (let round = 0; round <= ROUNDS; round++) {
  const { evaluate_ns, parse_and_evaluate_ns } = ours();
  const theirNs = await theirs();
  if (round === 0) continue;
  times.decide.push(evaluate_ns);
  times.read.push(parse_and_evaluate_ns);
  times.theirs.push(theirNs);
}
const micros = (ns) => `${(ns / 1000).toFixed(1)} µs`;
console.log(
  JSON.stringify({
    ours: 1e9 / median(times.read),
    peers: { "iam-simulate": 1e9 / median(times.theirs) },
    note: `median of ${ROUNDS} rounds of ${CASES}; ours ${micros(median(times.read))} with reading the JSON, ${micros(median(times.decide))} without; iam-simulate ${micros(median(times.theirs))}`,
  }),
);
