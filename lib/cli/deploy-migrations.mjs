import { runOrFail } from "./child-processes.mjs";
import { ROOT } from "./project-paths.mjs";

/**
 * Brings a database to the version of this code, making it when absent; refuses a PostgreSQL that is too old.
 *
 * @param {string} databaseUrl
 */
export async function deployMigrations(databaseUrl) {
  await runOrFail("La base de données n’est pas prête.", process.execPath, ["prisma/migrate.mjs", "deploy"], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    show: true,
  });
}
