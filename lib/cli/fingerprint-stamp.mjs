import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * Whether a product was made from the sources of this fingerprint.
 *
 * @param {string} file kept inside what it describes, so that both disappear together
 * @param {string} fingerprint
 */
export async function isStamped(file, fingerprint) {
  return (await readFile(file, "utf8").catch(() => null)) === fingerprint;
}

/**
 * @param {string} file
 * @param {string} fingerprint
 */
export async function writeStamp(file, fingerprint) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, fingerprint);
}
