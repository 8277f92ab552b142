// From process start to the first 200, ours and an empty worker alternating.
import { join } from "node:path";
import { freePort, layOut, median, ready, start, upload } from "./workerd.mjs";

const ROUNDS = 11;
const peers = join(import.meta.dirname, "peers");
const variables = {
  DEVELOPMENT: "true",
  PORTAL_ORIGIN: "http://localhost:8787",
  LOCAL_AWS_URL: "http://127.0.0.1:1",
  SESSION_KEY: Buffer.alloc(32, 7).toString("base64url"),
};

const candidates = {
  ours: { modules: upload(), variables, path: "/api/health", times: [] },
  "empty worker": { modules: { "index.js": join(peers, "empty.js") }, variables: {}, path: "/", times: [] },
};

for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, { modules, variables, path, times }] of Object.entries(candidates)) {
    const port = await freePort();
    const folder = layOut(`start-${name.replace(" ", "-")}`, port, modules, variables);
    const began = performance.now();
    const worker = start(folder);
    try {
      await ready(port, path);
      // The first round only brings the files into memory.
      if (round > 0) times.push(performance.now() - began);
    } finally {
      await worker.stop();
    }
  }
}

const spread = ({ times }) => `${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)} ms`;
console.log(
  JSON.stringify({
    ours: median(candidates.ours.times),
    peers: { "empty worker": median(candidates["empty worker"].times) },
    note: `median of ${ROUNDS} starts; ours ${spread(candidates.ours)}, empty worker ${spread(candidates["empty worker"])}`,
  }),
);
