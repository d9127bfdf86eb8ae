import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { listChangeableTables } from "@/prisma/application-privileges.mjs";
import { pool } from "./pg";
import { startQueue } from "./queue";

export type Health = { readonly database: boolean; readonly migrations: boolean; readonly queue: boolean };

/** Whether the database answers, has every migration of this version, and the queue runs on it. */
export async function readHealth(): Promise<Health> {
  const [migrations, queue] = await Promise.all([
    settled(hasEveryMigration()),
    settled(startQueue().then((boss) => boss.isInstalled())),
  ]);
  return { database: await settled(pool.query("SELECT 1").then(() => true)), migrations, queue };
}

/**
 * For a library that takes a lost database for a wrong answer.
 *
 * @throws What the driver throws when PostgreSQL cannot be reached.
 */
export async function assertDatabaseReachable(): Promise<void> {
  await pool.query("SELECT 1");
}

/** Whether the user this process connects as can only add to the trail, and to all else that is append-only. */
export async function isTrailProtected(): Promise<boolean> {
  return (await listChangeableTables(pool)).length === 0;
}

async function hasEveryMigration(): Promise<boolean> {
  const folder = path.join(process.cwd(), "prisma", "migrations");
  const entries = await readdir(folder, { withFileTypes: true });
  const shipped = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const { rows } = await pool.query<{ migration_name: string }>(
    `SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const applied = new Set(rows.map(({ migration_name }) => migration_name));
  return shipped.every((name) => applied.has(name));
}

async function settled(check: Promise<boolean>): Promise<boolean> {
  try {
    return await check;
  } catch {
    return false;
  }
}
