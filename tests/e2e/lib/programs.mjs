// Programs and folders that `cargo xtask test e2e` names in the environment. Nothing is searched for or guessed here.

import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = process.env.NANORI_ROOT ?? path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** Node of the version that wrangler asks for. */
export const node = () => named('NANORI_NODE');
/** wrangler's JavaScript entry. */
export const wrangler = () => named('NANORI_WRANGLER');
/** The local AWS. */
export const localAws = () => named('NANORI_LOCAL_AWS');
/** The browser. */
export const chromium = () => named('NANORI_CHROMIUM');
/** The folder of the app's files. */
export const dist = () => named('NANORI_DIST');
/** The folder of the worker's modules. */
export const worker = () => named('NANORI_WORKER');
/** The interpreter of the virtual environment with `tests/requirements.txt`. */
export const python = () => named('NANORI_PYTHON');
/** A command that lies beside the interpreter, e.g. `aws`. */
export const pythonCommand = (name) => path.join(path.dirname(python()), name);

function named(variable) {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is not set; run these tests by: cargo xtask test e2e`);
  return value;
}
