import { runOrFail } from "./child-processes.mjs";
import { ROOT } from "./project-paths.mjs";

/**
 * Brings a database to the version of this code, making it and the application's user when absent; refuses a PostgreSQL
 * that is too old.
 *
 * @param {{ DATABASE_URL?: string, DATABASE_OWNER_URL?: string }} addresses as the application and as the owner of the tables
 * @param {{ show?: boolean }} [options] `show: false`: only what fails is told
 */
export async function deployMigrations({ DATABASE_URL, DATABASE_OWNER_URL = "" }, { show = true } = {}) {
  await runOrFail("La base de données n’est pas prête.", process.execPath, ["prisma/migrate.mjs", "deploy"], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL, DATABASE_OWNER_URL },
    show,
  });
}
