import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { startPostgresCluster } from "./postgres-cluster.mjs";
import { ROOT } from "./project-paths.mjs";
import { onEnd } from "./run-main.mjs";

/**
 * The server of the tests: one of our own that disappears with them, or that of TEST_DATABASE_URL, where each database
 * carries this process's number and is dropped at the end.
 *
 * @returns {Promise<(name: string) => import("./postgres-cluster.mjs").Addresses>} the addresses of a database, which
 * `deploy` makes when absent, with the user that the application has there
 */
export async function startTestDatabase() {
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (!serverUrl) return (await startPostgresCluster({ name: "test-postgres", isThrowAway: true })).addresses;

  const role = `prorata_test_${process.pid}`;
  const password = randomBytes(16).toString("hex");
  const owned = new Set();
  onEnd(() => dropAll([...owned], role));
  return (name) => {
    const url = new URL(serverUrl);
    url.pathname = `/prorata_test_${process.pid}_${name}`;
    const DATABASE_OWNER_URL = url.href;
    owned.add(DATABASE_OWNER_URL);
    url.username = role;
    url.password = password;
    return { DATABASE_URL: url.href, DATABASE_OWNER_URL };
  };
}

/** The user last: as long as a database knows him, he stays. */
async function dropAll(owned, role) {
  for (const [index, DATABASE_URL] of owned.entries()) {
    const user = index === owned.length - 1 ? [role] : [];
    const env = { ...process.env, DATABASE_URL };
    await promisify(execFile)(process.execPath, ["prisma/migrate.mjs", "drop-test", ...user], { cwd: ROOT, env });
  }
}
