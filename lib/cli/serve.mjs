// npm run serve: production. Nothing is installed, built or invented here; what is missing is said.
import "./require-node-version.mjs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { CommandError } from "./command-error.mjs";
import { deployMigrations } from "./deploy-migrations.mjs";
import { loadEnvFile } from "./load-env-file.mjs";
import { assertPortFree, parsePort } from "./network-port.mjs";
import { assertProductionEnv } from "./production-env.mjs";
import { ROOT } from "./project-paths.mjs";
import { markServing, runMain } from "./run-main.mjs";
import { startWebServer } from "./web-server.mjs";

await runMain(async () => {
  loadEnvFile();
  assertProductionEnv(process.env);
  if (!(await stat(path.join(ROOT, ".next/BUILD_ID")).catch(() => null))) {
    throw new CommandError("L’application n’est pas construite : lancez d’abord `npm run build`.");
  }
  const port = parsePort(process.env.PORT);
  await assertPortFree(port, "npm run serve");
  await deployMigrations(process.env);
  const { ended } = await startWebServer({
    mode: "start",
    port,
    host: process.env.HOST || "0.0.0.0",
    directory: ROOT,
    env: { ...process.env, NODE_ENV: "production", DEMONSTRATION: undefined },
  });
  markServing();
  console.info(`Prorata est prêt : ${process.env.APP_URL} (port ${port})`);
  throw new CommandError(`Le serveur web s’est arrêté (code ${await ended}).`);
});
