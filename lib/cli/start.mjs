// npm start: everything from a bare clone to the demonstration in a browser. `--dev`: the same under `next dev`.
import "./require-node-version.mjs";
import path from "node:path";
import { buildApplication } from "./build-application.mjs";
import { journalChildren } from "./child-processes.mjs";
import { CommandError } from "./command-error.mjs";
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from "./demonstration-accounts.mjs";
import { deployMigrations } from "./deploy-migrations.mjs";
import { generateClient } from "./generate-client.mjs";
import { installPackages } from "./install-packages.mjs";
import { loadDemonstration } from "./load-demonstration.mjs";
import { loadEnvFile } from "./load-env-file.mjs";
import { assertPortFree, parsePort } from "./network-port.mjs";
import { startPostgresCluster } from "./postgres-cluster.mjs";
import { releaseProcessRecord, takeProcessRecord, updateProcessRecord } from "./process-record.mjs";
import { DATA, ROOT, START_RECORD } from "./project-paths.mjs";
import { elapsedSince, reportStep } from "./report-step.mjs";
import { markServing, onEnd, runMain } from "./run-main.mjs";
import { stopOrphans } from "./stop-orphans.mjs";
import { storedSecret } from "./stored-secret.mjs";
import { startWebServer } from "./web-server.mjs";

const LOOPBACK = "127.0.0.1"; // the accounts' password is public: nobody else on the network gets in unasked

await runMain(async () => {
  const since = performance.now();
  loadEnvFile();
  const mode = process.argv.includes("--dev") ? "dev" : "start";
  const script = mode === "dev" ? "npm run dev" : "npm start";
  const port = parsePort(process.env.PORT);
  const url = process.env.APP_URL || `http://localhost:${port}`;
  await takeOver(url);
  await assertPortFree(port, script);

  await installPackages();
  await generateClient();
  const addresses = process.env.DATABASE_URL ? givenAddresses() : await startEmbeddedDatabase();
  const env = {
    ...process.env,
    NODE_ENV: mode === "dev" ? "development" : "production",
    DATABASE_URL: addresses.DATABASE_URL,
    AUTH_SECRET: process.env.AUTH_SECRET || (await storedSecret(path.join(DATA, "secret"))),
    APP_URL: url,
    DEMONSTRATION: "1",
  };
  await reportStep("Mise à jour de la base de données", () => deployMigrations(addresses));
  await reportStep("Démonstration", () => loadDemonstration(env));
  if (mode === "start") await buildApplication(ROOT);

  await assertPortFree(port, script); // the steps above may have taken minutes
  const host = process.env.HOST || LOOPBACK;
  const { ended } = await startWebServer({ mode, port, host, directory: ROOT, env });
  markServing();
  console.info(welcome(url, elapsedSince(since)));
  const code = await ended;
  throw new CommandError(`Le serveur web s’est arrêté (code ${code}).`);
});

/** One start per checkout: they would share a database folder. */
async function takeOver(url) {
  const record = takeProcessRecord(START_RECORD);
  if (!record.taken) {
    const { pid, url: otherUrl } = record.holder;
    throw new CommandError(
      `Prorata tourne déjà ici : ${otherUrl ?? "il démarre"} (processus ${pid}).\nPour l’arrêter : kill ${pid}`,
    );
  }
  onEnd(() => releaseProcessRecord(START_RECORD));
  await stopOrphans(record.left);
  updateProcessRecord(START_RECORD, { url });
  journalChildren((children) => updateProcessRecord(START_RECORD, { children }));
}

function givenAddresses() {
  const { DATABASE_URL, DATABASE_OWNER_URL } = process.env;
  return { DATABASE_URL, DATABASE_OWNER_URL };
}

async function startEmbeddedDatabase() {
  return reportStep("Démarrage de la base de données embarquée", async () => {
    const { addresses } = await startPostgresCluster({ name: "postgres" });
    return addresses("prorata");
  });
}

function welcome(url, elapsed) {
  const width = Math.max(...DEMONSTRATION_ACCOUNTS.map(({ email }) => email.length));
  const accounts = DEMONSTRATION_ACCOUNTS.map(({ email, label }) => `    ${email.padEnd(width)}  ${label}`);
  return `
  Prorata est prêt (${elapsed}) : ${url}

  Comptes de démonstration, mot de passe « ${DEMONSTRATION_PASSWORD} » :
${accounts.join("\n")}

  Pour arrêter : Ctrl-C
`;
}
