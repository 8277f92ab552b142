// Sizes of what is sent: the worker's upload to the edge (gzip), the app's files to a browser (brotli).
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

// Everything but source maps and wrangler's own notes is part of the script that is uploaded.
const isUploaded = (path) => !/\.map$|README\.md$/.test(path);
// What a browser never asks for on the way to the sign-in page: files that the server reads (`_headers`), source maps, type notes.
const isLoaded = (path) => !/(^|\/)_(headers|redirects)$|\.map$|\.d\.ts$|(^|\/)\.[^/]*$|robots\.txt$/.test(path);

const total = (folder, keep, compress) => {
  const sizes = files(folder)
    .filter((path) => keep(relative(folder, path)))
    .map((path) => [relative(folder, path), compress(readFileSync(path)).length])
    .sort(([, a], [, b]) => b - a);
  const note = sizes.map(([name, size]) => `${name.replace(/-[0-9a-f]{16}/, "")} ${(size / 1000).toFixed(1)}`).join(", ");
  return { ours: sizes.reduce((sum, [, size]) => sum + size, 0) / 1000, peers: {}, note };
};

const measurements = {
  "size.worker": () => total(process.env.NANORI_UPLOAD, isUploaded, (bytes) => gzipSync(bytes, { level: 9 })),
  "size.app": () => total(process.env.NANORI_DIST, isLoaded, brotli),
};

console.log(JSON.stringify(measurements[process.argv[2]]()));
