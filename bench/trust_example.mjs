// An example program of nanori-trust, built for release.
import { example } from "./example.mjs";

/** The path of the program. @param {string} name */
export const trustExample = (name) => example("nanori-trust", name);
