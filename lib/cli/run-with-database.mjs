// `run-with-database.mjs <script.ts> [arguments]`: a command on the installation's database, which is that of
// DATABASE_URL, else the embedded one that `npm start` serves from, started for the time of the command if it sleeps.
import "./require-node-version.mjs";
import path from "node:path";
import { runCommand } from "./child-processes.mjs";
import { CommandError } from "./command-error.mjs";
import { deployMigrations } from "./deploy-migrations.mjs";
import { loadEnvFile } from "./load-env-file.mjs";
import { NO_OWNER } from "./no-owner.mjs";
import { joinPostgresCluster } from "./postgres-cluster.mjs";
import { DATA, ROOT } from "./project-paths.mjs";
import { runMain } from "./run-main.mjs";
import { storedSecret } from "./stored-secret.mjs";

await runMain(async () => {
  loadEnvFile();
  const [script, ...args] = process.argv.slice(2);
  const command = ["--import", "tsx", "--conditions=react-server", script, ...args];
  const { code } = await runCommand(process.execPath, command, { cwd: ROOT, env: await databaseEnv(), show: true });
  return code;
});

async function databaseEnv() {
  if (process.env.DATABASE_URL) return { ...process.env, ...NO_OWNER };
  const cluster = await joinPostgresCluster("postgres");
  if (!cluster) {
    throw new CommandError("Aucune base de données : donnez DATABASE_URL, ou lancez d’abord `npm start`.");
  }
  const addresses = cluster.addresses("prorata");
  await deployMigrations(addresses, { show: false }); // a folder of an older version has one user only
  return {
    ...process.env,
    ...NO_OWNER,
    DATABASE_URL: addresses.DATABASE_URL,
    AUTH_SECRET: process.env.AUTH_SECRET || (await storedSecret(path.join(DATA, "secret"))),
    APP_URL: process.env.APP_URL || "http://localhost:3000",
  };
}
