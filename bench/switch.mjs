// `/api/switch` under eight clients: our worker, a JavaScript worker that relays without checks, and an empty one.
import { buildSync } from "esbuild";
import { spawn } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import { join } from "node:path";
import { freePort, layOut, median, ready, send, start, upload } from "./workerd.mjs";

const CLIENTS = 8;
const REQUESTS = 4000;
const ROUNDS = 5;
const ORIGIN = "http://localhost:8787";
const peers = join(import.meta.dirname, "peers");

const relay = join(process.env.NANORI_ROOT, "target/bench/relay.js");
buildSync({
  entryPoints: [join(peers, "relay.js")],
  outfile: relay,
  bundle: true,
  format: "esm",
  target: "es2022",
  conditions: ["worker", "browser"],
  logLevel: "error",
});

const sts = spawn(process.execPath, [join(import.meta.dirname, "sts.mjs")], { stdio: ["ignore", "pipe", "inherit", "ipc"] });
const stsUrl = `http://127.0.0.1:${String((await once(sts.stdout, "data"))[0]).trim()}`;

const variables = {
  DEVELOPMENT: "true",
  PORTAL_ORIGIN: ORIGIN,
  LOCAL_AWS_URL: stsUrl,
  SESSION_KEY: Buffer.alloc(32, 7).toString("base64url"),
  ADDRESS_LIMIT_PER_MINUTE: "4000000000",
  PRINCIPAL_LIMIT_PER_MINUTE: "4000000000",
};

// The stand-in verifies nothing, so any signature does; ours is checked for form and time by the worker.
const signed = () => ({
  region: "eu-west-1",
  endpoint: "regional",
  amz_date: new Date().toISOString().replace(/[:-]|\.\d{3}/g, ""),
  access_key_id: "AKIAIOSFODNN7EXAMPLE",
  signature: "f".repeat(64),
});
const GRANTED = "assumed-role/admin_role/work_api";
const role = { role_arn: "arn:aws:iam::222222222222:role/admin_role", role_session_name: "work_api" };
const headers = { "content-type": "application/json", origin: ORIGIN, "x-nanori-request": "1" };

async function signIn(port) {
  const answer = await send(port, "/api/identity", { method: "POST", headers, body: JSON.stringify({ signed: signed() }) });
  if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${answer.body}`);
  return { ...headers, cookie: answer.headers["set-cookie"][0].split(";")[0] };
}

const candidates = {
  ours: { modules: upload(), variables, granted: GRANTED },
  "JavaScript worker": { modules: { "relay.js": relay }, variables: { STS_URL: stsUrl }, granted: GRANTED },
  "empty worker": { modules: { "empty.js": join(peers, "empty.js") }, variables: {}, granted: "ok" },
};

/** One round: requests a second, and the time in milliseconds that 99 of 100 requests keep. */
async function load({ port, headers, granted }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS });
  const body = JSON.stringify({ signed: signed(), role });
  const times = [];
  let left = REQUESTS;
  const client = async () => {
    while (left-- > 0) {
      const began = performance.now();
      const answer = await send(port, "/api/switch", { method: "POST", headers, body, agent });
      times.push(performance.now() - began);
      if (answer.status !== 200 || !answer.body.includes(granted)) throw new Error(`${answer.status} ${answer.body}`);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { rate: REQUESTS / seconds, p99: times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] };
}

const workers = [];
try {
  for (const [name, candidate] of Object.entries(candidates)) {
    candidate.port = await freePort();
    candidate.rounds = [];
    workers.push(start(layOut(`switch-${name.replace(" ", "-")}`, candidate.port, candidate.modules, candidate.variables)));
    candidate.headers = headers;
  }
  await ready(candidates.ours.port, "/api/health");
  await ready(candidates["JavaScript worker"].port, "/");
  await ready(candidates["empty worker"].port, "/");
  candidates.ours.headers = await signIn(candidates.ours.port);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const candidate of Object.values(candidates)) {
      const result = await load(candidate);
      // The first round is for the compilers inside.
      if (round > 0) candidate.rounds.push(result);
    }
  }
} finally {
  await Promise.all(workers.map((worker) => worker.stop()));
  sts.kill();
}

const rate = (name) => median(candidates[name].rounds.map((round) => round.rate));
const p99 = (name) => `${name} ${median(candidates[name].rounds.map((round) => round.p99)).toFixed(1)} ms`;
const names = Object.keys(candidates);
console.log(
  JSON.stringify({
    ours: rate("ours"),
    peers: Object.fromEntries(names.slice(1).map((name) => [name, rate(name)])),
    note: `median of ${ROUNDS} rounds of ${REQUESTS} requests by ${CLIENTS} clients; p99: ${names.map(p99).join(", ")}`,
  }),
);
