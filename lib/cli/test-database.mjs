import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { startPostgresCluster } from "./postgres-cluster.mjs";
import { ROOT } from "./project-paths.mjs";
import { onEnd } from "./run-main.mjs";

/**
 * The server of the tests: one of our own that disappears with them, or that of TEST_DATABASE_URL, where each database
 * carries this process's number and is dropped at the end.
 *
 * @returns {Promise<(name: string) => string>} the address of a database, which `deploy` makes when absent
 */
export async function startTestDatabase() {
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (!serverUrl) return (await startPostgresCluster({ name: "test-postgres", isThrowAway: true })).databaseUrl;

  const addresses = new Set();
  onEnd(() => dropAll(addresses));
  return (name) => {
    const url = new URL(serverUrl);
    url.pathname = `/prorata_test_${process.pid}_${name}`;
    addresses.add(url.href);
    return url.href;
  };
}

async function dropAll(addresses) {
  for (const DATABASE_URL of addresses) {
    const env = { ...process.env, DATABASE_URL };
    await promisify(execFile)(process.execPath, ["prisma/migrate.mjs", "drop-test"], { cwd: ROOT, env });
  }
}
