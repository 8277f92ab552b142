// Holds this project's decisions on trust policies against those of an independent simulator.
//
// Reads cases from standard input (see crates/nanori-trust/examples/cases.rs), asks @cloud-copilot/iam-simulate about each,
// and fails on every disagreement that disagreements.mjs does not explain by AWS's documentation.
// The simulator is a program of its own under its own licence; nothing of it is part of what is shipped.
import { createInterface } from 'node:readline';
import { runSimulation } from '@cloud-copilot/iam-simulate';
import { explanations } from './disagreements.mjs';

const counts = { cases: 0, agree: 0, explained: 0, skipped: 0, unexplained: 0 };
const decisions = {};
const explained = {};

for await (const line of createInterface({ input: process.stdin })) {
  const one = JSON.parse(line);
  counts.cases += 1;
  const theirs = await decide(one);
  if (theirs === undefined) {
    counts.skipped += 1;
    console.error(`case ${one.id}: the simulator refuses it\n${line}`);
    continue;
  }
  decisions[one.ours] = (decisions[one.ours] ?? 0) + 1;
  if (theirs === one.ours) {
    counts.agree += 1;
    continue;
  }
  const codes = await explain(one);
  if (codes.length > 0) {
    for (const code of codes) explained[code] = (explained[code] ?? 0) + 1;
    counts.explained += 1;
    continue;
  }
  counts.unexplained += 1;
  if (counts.unexplained <= 20) {
    console.error(`case ${one.id}: ours ${one.ours} (${one.basis}), theirs ${theirs}\n${line}`);
  }
}

console.log(JSON.stringify({ ...counts, decisions, explanations: explained }));
process.exit(counts.unexplained > 0 || counts.skipped > 0 || counts.cases === 0 ? 1 : 0);

/** The simulator's decision, or undefined if it refuses the case. */
async function decide(one) {
  const answer = await runSimulation(
    {
      request: {
        principal: one.principal,
        action: one.action,
        resource: { resource: one.resource, accountId: one.account },
        contextVariables: one.context,
      },
      identityPolicies: one.identity.map((policy, index) => ({ name: `identity${index}`, policy })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy: one.trust,
    },
    {},
  );
  if (answer.resultType === 'error') console.error(JSON.stringify(answer.errors));
  return answer.resultType === 'error' ? undefined : answer.overallResult;
}

/** The fewest explanations under which the simulator agrees: one, or all that apply. */
async function explain(one) {
  const text = JSON.stringify(one);
  const apply = explanations.filter(({ rewrite }) => JSON.stringify(rewrite(one)) !== text);
  for (const { code, rewrite } of apply) {
    if ((await decide(rewrite(one))) === one.ours) return [code];
  }
  const all = apply.reduce((changed, { rewrite }) => rewrite(changed), one);
  return (await decide(all)) === one.ours && apply.length > 1 ? apply.map(({ code }) => code) : [];
}
