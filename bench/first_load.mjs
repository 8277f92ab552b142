// Which files a browser loads up to a usable sign-in page: the page, what it names, and what those modules import.
// Parts of the program are not among them: they are fetched when they are wanted.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";

const isFile = (path) => existsSync(path) && statSync(path).isFile();

const named = {
  ".html": /\s(?:src|href)="?(\/[^"\s>]+)/g,
  ".js": /\b(?:from|import)\s*"(\.{1,2}\/[^"]+)"/g,
};

/**
 * @param {string} dist the folder of the app's files
 * @returns {string[]} paths from the root of the site, `/` for the page, sorted
 */
export function firstLoad(dist) {
  const found = new Set();
  const follow = (path) => {
    const file = join(dist, path === "/" ? "index.html" : path);
    if (found.has(path) || !isFile(file)) return;
    found.add(path);
    const names = named[posix.extname(file)];
    if (!names) return;
    for (const [, name] of readFileSync(file, "utf8").matchAll(names)) follow(posix.resolve(posix.dirname(path), name));
  };
  follow("/");
  return [...found].sort();
}
