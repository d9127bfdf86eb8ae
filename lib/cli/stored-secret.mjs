import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * A secret made once and kept in a file that only its owner reads.
 *
 * @param {string} file
 * @returns {Promise<string>} 64 hexadecimal digits
 */
export async function storedSecret(file) {
  const stored = await readFile(file, "utf8").catch(() => "");
  if (stored.length === 64) return stored;
  const secret = randomBytes(32).toString("hex");
  await mkdir(path.dirname(file), { recursive: true, mode: 0o711 });
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}
