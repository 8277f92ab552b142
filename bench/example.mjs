// An example program of one of the crates, built for release.
import { execFileSync } from "node:child_process";

const built = {};

/** The path of the program. @param {string} crate @param {string} name */
export function example(crate, name) {
  built[name] ??= build(crate, name);
  return built[name];
}

function build(crate, name) {
  const words = ["build", "--release", "--quiet", "--package", crate, "--example", name, "--message-format=json"];
  const options = { cwd: process.env.NANORI_ROOT, encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "inherit"] };
  const messages = execFileSync("cargo", words, options).trimEnd().split("\n").map((line) => JSON.parse(line));
  const program = messages.find((message) => message.target?.name === name && message.executable)?.executable;
  if (!program) throw new Error(`cargo built no example ${name} of ${crate}`);
  return program;
}
