import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../..");

/** Everything the commands keep between two runs: database, secret, records. Ignored by git. */
export const DATA = path.join(ROOT, ".data");

/** Who runs `npm start` here, and where it answers. */
export const START_RECORD = path.join(DATA, "start.json");

/** @param {string} name a command of an installed package */
export const commandOf = (name) => path.join(ROOT, "node_modules/.bin", name);
