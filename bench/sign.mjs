// Signatures per second in workerd, each with its signing key kept: timed from outside, since a worker's own clock may stand still.
import { buildSync } from "esbuild";
import { join } from "node:path";
import { freePort, layOut, median, ready, send, start } from "./workerd.mjs";

const ROUNDS = 9;
const COUNT = 2000;
const SIGNERS = ["ours", "aws4fetch", "smithy"];

const bundle = join(process.env.NANORI_ROOT, "target/bench/sign.js");
buildSync({
  entryPoints: [join(import.meta.dirname, "peers/sign.js")],
  outfile: bundle,
  bundle: true,
  format: "esm",
  target: "es2022",
  conditions: ["worker", "browser"],
  external: ["./sign.wasm"],
  logLevel: "error",
});

const port = await freePort();
const worker = start(layOut("sign", port, { "sign.js": bundle, "sign.wasm": process.env.NANORI_SIGNER }));
try {
  await ready(port, "/ours?n=1");
  const at = async (n) => Promise.all(SIGNERS.map(async (signer) => (await send(port, `/${signer}?n=${n}`)).body));
  for (const n of [1, 2, 77]) {
    const signatures = await at(n);
    if (!/^[0-9a-f]{64}$/.test(signatures[0]) || new Set(signatures).size !== 1) {
      throw new Error(`the signers disagree: ${signatures.join(" ")}`);
    }
  }
  const time = async (signer, n) => {
    const began = performance.now();
    await send(port, `/${signer}?n=${n}`);
    return performance.now() - began;
  };
  for (const signer of SIGNERS) await time(signer, COUNT);
  const rates = Object.fromEntries(SIGNERS.map((signer) => [signer, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const signer of SIGNERS) {
      const request = await time(signer, 1);
      rates[signer].push((COUNT - 1) / ((await time(signer, COUNT)) - request) * 1000);
    }
  }
  const { ours, ...peers } = Object.fromEntries(SIGNERS.map((signer) => [signer, median(rates[signer])]));
  const micros = (rate) => `${(1e6 / rate).toFixed(1)} µs`;
  console.log(
    JSON.stringify({
      ours,
      peers,
      note: `median of ${ROUNDS} rounds of ${COUNT}; ours ${micros(ours)}, aws4fetch ${micros(peers.aws4fetch)}, smithy ${micros(peers.smithy)}`,
    }),
  );
} finally {
  await worker.stop();
}
