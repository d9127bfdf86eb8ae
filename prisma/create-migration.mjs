import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { MIGRATIONS_DIRECTORY, NO_FILTERS, readSchemaFiles, withMigrationEngine } from "./migration-engine.mjs";

/**
 * Writes the migration from the models of the last commit to those of the working tree.
 *
 * @param {string} name
 * @param {string} databaseUrl any PostgreSQL: the engine asks for one, the migration does not depend on it
 * @returns {Promise<string | null>} its folder's name, null when the models did not change
 */
export async function createMigration(name, databaseUrl) {
  const sql = await diffSchemas(readCommittedSchemaFiles(), await readSchemaFiles(), databaseUrl);
  if (sql === null) return null;
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const directory = path.join(MIGRATIONS_DIRECTORY, `${stamp}_${name}`);
  await mkdir(directory, { recursive: true });
  await writeFile(path.join(directory, "migration.sql"), `BEGIN;\n\n${sql.trim()}\n\nCOMMIT;\n`);
  await writeFile(path.join(MIGRATIONS_DIRECTORY, "migration_lock.toml"), 'provider = "postgresql"\n');
  return path.basename(directory);
}

/**
 * @param {{ path: string, content: string }[]} from none: an empty database
 * @param {{ path: string, content: string }[]} to
 * @param {string} databaseUrl
 * @returns {Promise<string | null>} SQL, null when they agree
 */
export async function diffSchemas(from, to, databaseUrl) {
  const { stdout } = await withMigrationEngine(databaseUrl, (engine) =>
    engine.diff({
      from: from.length > 0 ? { tag: "schemaDatamodel", files: from } : { tag: "empty" },
      to: { tag: "schemaDatamodel", files: to },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    }),
  );
  return !stdout || stdout.includes("-- This is an empty migration.") ? null : stdout;
}

function readCommittedSchemaFiles() {
  const git = (...args) => execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  try {
    const names = git("ls-tree", "-r", "--name-only", "HEAD", "prisma").split("\n");
    return names
      .filter((name) => name.endsWith(".prisma"))
      .map((name) => ({ path: name, content: git("show", `HEAD:./${name}`) }));
  } catch {
    return []; // no commit yet: first migration
  }
}
