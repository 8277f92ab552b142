// The page of profile files in Chromium: 10,000 profiles from the drop to the list, and a key press among 1,000 to its findings.
import { execFileSync } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";
import { example } from "./example.mjs";
import { median } from "./workerd.mjs";

const ROUNDS = 9;
const KEYS = 41;
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml" };
const dist = process.env.NANORI_DIST;

// The page asks its worker for nothing that it needs here.
const server = http.createServer((request, response) => {
  const path = new URL(request.url, "http://x").pathname;
  if (path.startsWith("/api/")) return response.writeHead(503).end();
  let file = join(dist, path);
  if (!existsSync(file) || !statSync(file).isFile()) file = join(dist, "index.html");
  response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const home = mkdtempSync(join(tmpdir(), "nanori-bench-"));
const browser = await chromium.launch({
  executablePath: process.env.NANORI_CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  env: { PATH: process.env.PATH, HOME: home },
});

const config = (profiles) =>
  execFileSync(example("nanori-profile", "measure"), ["write", `${profiles}`], { encoding: "utf8", maxBuffer: 1 << 28 });

/** Drops a config file; milliseconds until the list is laid out, and the longest time in which the page did not answer. */
const drop = async ([text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], "config"));
  const turn = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
  let [blocked, before] = [0, performance.now()];
  const began = before;
  document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
  while (!document.querySelector(".option")) {
    await turn();
    const now = performance.now();
    [blocked, before] = [Math.max(blocked, now - before), now];
  }
  document.body.getBoundingClientRect();
  return { ms: performance.now() - began, blocked };
};

async function load(page) {
  const text = config(10_000);
  const times = [];
  for (let round = 0; round <= ROUNDS; round++) {
    await page.locator(".drop").waitFor();
    times.push(await page.evaluate(drop, [text]));
    await page.locator(".profiles-head .button-danger").click();
  }
  // The first round is for the compiler inside.
  const counted = times.slice(1);
  const blocked = Math.max(...counted.map(({ blocked }) => blocked));
  return {
    ours: median(counted.map(({ ms }) => ms)),
    peers: {},
    note: `median of ${ROUNDS}; ${text.length} bytes; the page answers after ${blocked.toFixed(0)} ms at most; the first time ${times[0].ms.toFixed(0)} ms`,
  };
}

async function edit(page) {
  await page.locator(".drop").waitFor();
  await page.evaluate(drop, [config(1_000)]);
  await page.locator("#role-search").fill("team-500");
  await page.locator(".option").first().click();
  await page.locator(".disclosure summary").click();
  await page.locator("#edit-config").waitFor();
  const times = await page.evaluate(async (keys) => {
    const field = document.querySelector("#edit-config");
    const times = [];
    for (let key = 0; key < keys; key++) {
      const at = field.value.indexOf("duration_seconds = ") + "duration_seconds = ".length;
      const before = document.querySelector(".remarks").textContent;
      const began = performance.now();
      field.setRangeText("x", at, at, "end");
      field.dispatchEvent(new InputEvent("input", { bubbles: true, data: "x" }));
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      });
      document.body.getBoundingClientRect();
      times.push(performance.now() - began);
      if (document.querySelector(".remarks").textContent === before) throw new Error("the findings are as before");
    }
    return times;
  }, KEYS);
  return { ours: median(times), peers: {}, note: `median of ${KEYS} key presses, layout included; the slowest ${Math.max(...times).toFixed(1)} ms` };
}

try {
  const page = await browser.newPage({ locale: "en-GB" });
  await page.goto(`http://127.0.0.1:${server.address().port}/profiles`);
  console.log(JSON.stringify(await { "profile.browser": load, "profile.edit": edit }[process.argv[2]](page)));
} finally {
  await browser.close();
  server.close();
  rmSync(home, { recursive: true, force: true });
}
