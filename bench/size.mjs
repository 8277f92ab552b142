// Sizes of what is sent: the worker's upload to the edge (gzip), the app's files to a browser (brotli).
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { firstLoad } from "./first_load.mjs";

const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

// Everything but source maps and wrangler's own notes is part of the script that is uploaded.
const isUploaded = (path) => !/\.map$|README\.md$/.test(path);

const uploaded = () => {
  const folder = process.env.NANORI_UPLOAD;
  return files(folder).map((path) => relative(folder, path)).filter(isUploaded);
};

const total = (folder, names, compress) => {
  const sizes = names
    .map((name) => [name, compress(readFileSync(join(folder, name))).length])
    .sort(([, a], [, b]) => b - a);
  const note = sizes.map(([name, size]) => `${name.replace(/-[0-9a-f]{12,16}/, "")} ${(size / 1000).toFixed(1)}`).join(", ");
  return { ours: sizes.reduce((sum, [, size]) => sum + size, 0) / 1000, peers: {}, note };
};

const measurements = {
  "size.worker": () => total(process.env.NANORI_UPLOAD, uploaded(), (bytes) => gzipSync(bytes, { level: 9 })),
  "size.app": () => total(process.env.NANORI_DIST, firstLoad(process.env.NANORI_DIST).map((path) => (path === "/" ? "index.html" : path)), brotli),
};

console.log(JSON.stringify(measurements[process.argv[2]]()));
