import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";

/**
 * @param {string} root
 * @param {string[]} entries files and folders under it; an absent one counts as empty
 * @returns {Promise<string>} SHA-256 of names and contents
 */
export async function fingerprintFiles(root, entries) {
  const hash = createHash("sha256");
  for (const file of await listFiles(root, entries)) {
    const content = await readFile(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

async function listFiles(root, entries) {
  const found = [];
  for (const entry of entries) {
    const stats = await stat(path.join(root, entry)).catch(() => null);
    if (stats?.isFile()) found.push(entry);
    if (!stats?.isDirectory()) continue;
    for (const child of await readdir(path.join(root, entry), { recursive: true, withFileTypes: true })) {
      if (child.isFile()) found.push(path.relative(root, path.join(child.parentPath, child.name)));
    }
  }
  return found.sort();
}
