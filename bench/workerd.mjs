// One bare workerd on loopback with one worker in it: as the platform runs it, without wrangler around it.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, copyFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";

const folders = join(process.env.NANORI_ROOT, "target/bench");

/** A port that was free a moment ago. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/**
 * Lays out a worker: `modules` maps the names that the code imports to files, the entry first; `variables` are text bindings.
 * Returns the folder with its configuration for `port`.
 */
export function layOut(name, port, modules, variables = {}) {
  const folder = join(folders, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const entries = Object.entries(modules).map(([module, file], index) => {
    const copy = `module-${index}`;
    copyFileSync(file, join(folder, copy));
    return `(name = ${text(module)}, ${module.endsWith(".wasm") ? "wasm" : "esModule"} = embed ${text(copy)})`;
  });
  const bindings = Object.entries(variables).map(([key, value]) => `(name = ${text(key)}, text = ${text(value)})`);
  writeFileSync(
    join(folder, "config.capnp"),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "loopback", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [${entries.join(", ")}],
  compatibilityDate = "2026-10-20",
  bindings = [${bindings.join(", ")}],
  globalOutbound = "loopback",
);
`,
  );
  return folder;
}

/** Starts workerd in a folder that `layOut` made; ends with this program at the latest. */
export function start(folder) {
  const child = spawn(process.env.NANORI_WORKERD, ["serve", "config.capnp"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const stop = () =>
    new Promise((resolve) => {
      process.removeListener("exit", kill);
      child.once("exit", resolve);
      kill();
    });
  return { child, stop };
}

/** Sends one request; resolves with status, headers and body, rejects when nobody listens. */
export const send = (port, path, { method = "GET", headers = {}, body, agent } = {}) =>
  new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port, path, method, headers, agent }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() }));
    });
    request.once("error", reject);
    request.end(body);
  });

/** Waits, for ten seconds at most, until `path` is answered with 200. */
export async function ready(port, path) {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const answer = await send(port, path).catch(() => undefined);
    if (answer?.status === 200) return;
    if (performance.now() > deadline) throw new Error(`no 200 from ${path} within 10 s: ${answer?.status} ${answer?.body}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** The modules of the upload that `wrangler deploy --dry-run` made. */
export function upload() {
  const folder = process.env.NANORI_UPLOAD;
  const modules = { "index.js": join(folder, "index.js") };
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".wasm"))) modules[name] = join(folder, name);
  return modules;
}

/** The middle one of an odd number of values. */
export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const text = (value) => JSON.stringify(value);
