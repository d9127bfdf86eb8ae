// Prisma's own schema engine, in the WASM build from the npm registry: the native binary cannot be downloaded
// everywhere. Same migration files, same _prisma_migrations table as `prisma migrate`.
import { mkdir, readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";

const require = createRequire(import.meta.url);
const HERE = import.meta.dirname;

export const MIGRATIONS_DIRECTORY = path.join(HERE, "migrations");
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** @type {ReturnType<typeof loadEngine> | undefined} */
let loadedEngine;

/**
 * @template T
 * @param {string} connectionString the engine connects at once, even for a mere `diff`
 * @param {(engine: import("@prisma/schema-engine-wasm").SchemaEngine) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withMigrationEngine(connectionString, work) {
  loadedEngine ??= loadEngine(); // once: its glue keeps views on the memory of the first instance
  const SchemaEngine = await loadedEngine;
  const datamodels = (await readSchemaFiles()).map(({ path: name, content }) => [name, content]);
  const pool = new pg.Pool({ connectionString, connectionTimeoutMillis: 5_000 }); // the engine would not close its own
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(new WholeScriptPg(pool));
    return await work(await SchemaEngine.new({ datamodels }, () => {}, factory));
  } finally {
    await pool.end();
  }
}

/**
 * Prisma's own adapter cuts a script at every `;`, within functions and texts too, and sends the pieces over several
 * connections, so that BEGIN and COMMIT hold nothing together. PostgreSQL reads the whole of it better.
 */
class WholeScriptPg extends PrismaPg {
  async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      const connection = await adapter.client.connect();
      try {
        await connection.query(script);
      } catch (error) {
        await connection.query("ROLLBACK"); // the engine goes on to write the failure down
        adapter.onError(error);
      } finally {
        connection.release();
      }
    };
    return adapter;
  }
}

/** @returns {Promise<{ path: string, content: string }[]>} the models of the working tree */
export async function readSchemaFiles() {
  const names = (await readdir(HERE, { recursive: true })).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: path.join("prisma", name),
      content: await readFile(path.join(HERE, name), "utf8"),
    })),
  );
}

/** @returns {Promise<{ name: string, sql: string }[]>} oldest first */
export async function readMigrations() {
  await mkdir(MIGRATIONS_DIRECTORY, { recursive: true });
  const entries = await readdir(MIGRATIONS_DIRECTORY, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(path.join(MIGRATIONS_DIRECTORY, name, "migration.sql"), "utf8"),
    })),
  );
}

/** @param {{ name: string, sql: string }[]} migrations */
export async function toMigrationsList(migrations) {
  const lock = await readFile(path.join(MIGRATIONS_DIRECTORY, "migration_lock.toml"), "utf8").catch(() => null);
  return {
    baseDir: MIGRATIONS_DIRECTORY,
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
    lockfile: { path: "migration_lock.toml", content: lock },
    shadowDbInitScript: "",
  };
}

async function loadEngine() {
  const bg = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasmPath = path.join(
    path.dirname(require.resolve("@prisma/schema-engine-wasm/schema_engine_bg")),
    "schema_engine_bg.wasm",
  );
  const { instance } = await WebAssembly.instantiate(await readFile(wasmPath), { "./schema_engine_bg.js": bg });
  bg.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bg.SchemaEngine;
}
