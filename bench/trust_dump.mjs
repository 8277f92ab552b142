// An account of five thousand roles, dropped onto the trust page of the deployed build in Chromium: the time from the choice of
// the file to the drawn table, how long the page was ever deaf meanwhile, and whether progress was shown.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import http from "node:http";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";
import { trustExample } from "./trust_example.mjs";
import { median } from "./workerd.mjs";

const ROLES = 5000;
const ROUNDS = 5;

const dist = process.env.NANORI_DIST;
const folder = join(process.env.NANORI_ROOT, "target/bench");
mkdirSync(folder, { recursive: true });
const file = join(folder, "account.json");
execFileSync(trustExample("measure"), ["none", `${ROLES}`, file]);

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css", ".svg": "image/svg+xml" };

/** The files as they lie; every page is the one page. */
function answer(request, response) {
  const path = new URL(request.url, "http://localhost").pathname;
  const found = statSync(join(dist, path), { throwIfNoEntry: false })?.isFile() ? path : "/index.html";
  if (path.startsWith("/api/")) return response.writeHead(503).end();
  response.writeHead(200, { "content-type": TYPES[extname(found)] ?? "application/octet-stream" }).end(readFileSync(join(dist, found)));
}

const server = http.createServer(answer);
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await chromium.launch({
  executablePath: process.env.NANORI_CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"],
});
try {
  const times = [];
  const gaps = [];
  const steps = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/trust`);
    await page.locator("#trust-task-3").check();
    await page.locator("#account-file").waitFor({ state: "attached" });
    await page.evaluate(() => {
      const seen = { gap: 0, steps: new Set() };
      window.measured = seen;
      document.querySelector("#account-file").addEventListener("change", () => {
        seen.from = performance.now();
        let last = seen.from;
        // A clock that ticks as often as the page listens.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          const now = performance.now();
          seen.gap = Math.max(seen.gap, now - last);
          last = now;
          const progress = document.querySelector("#reading");
          if (progress) seen.steps.add(progress.value);
          if (document.querySelector(".table")) requestAnimationFrame(() => (seen.to ??= performance.now()));
          else setTimeout(() => channel.port2.postMessage(0), 1);
        };
        channel.port2.postMessage(0);
      }, { capture: true });
    });
    await page.locator("#account-file").setInputFiles(file);
    await page.waitForFunction(() => window.measured.to, undefined, { timeout: 60_000 });
    const { from, to, gap, count, sentence } = await page.evaluate(() => ({
      ...window.measured, count: window.measured.steps.size, sentence: document.querySelector("#account-read").textContent,
    }));
    if (!sentence.includes(`${ROLES}`)) throw new Error(`not all roles were read: ${sentence}`);
    await page.close();
    // The first round also compiles and warms up.
    if (round === 0) continue;
    times.push(to - from);
    gaps.push(gap);
    steps.push(count);
  }
  const megabytes = (statSync(file).size / 1e6).toFixed(1);
  console.log(
    JSON.stringify({
      ours: median(times),
      peers: {},
      note: `median of ${ROUNDS}; ${ROLES} roles, ${megabytes} MB; the page was deaf for at most ${median(gaps).toFixed(0)} ms and showed ${median(steps)} steps of progress`,
    }),
  );
} finally {
  await browser.close();
  server.close();
}
