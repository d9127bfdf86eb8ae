import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import { buildApplication } from "./build-application.mjs";
import { runCommand, stopChild } from "./child-processes.mjs";
import { copySources } from "./copy-sources.mjs";
import { countCheck, countPlaywright, countVitest } from "./count-results.mjs";
import { deployMigrations } from "./deploy-migrations.mjs";
import { findChromium } from "./find-chromium.mjs";
import { loadDemonstration } from "./load-demonstration.mjs";
import { findFreePort } from "./network-port.mjs";
import { commandOf, DATA, ROOT } from "./project-paths.mjs";
import { startTestDatabase } from "./test-database.mjs";
import { startWebServer } from "./web-server.mjs";

const RESULTS = path.join(DATA, "test-results");
const BUILD = path.join(DATA, "test-build");

// Nothing of the person's own set-up may reach the tests.
const {
  DATABASE_URL: _url,
  DATABASE_OWNER_URL: _owner,
  NODE_ENV: _mode,
  APP_URL: _address,
  AUTH_SECRET: _secret,
  ...cleanEnv
} = process.env;

// Files that write run on as many sides at once, each with a database and a web server of its own.
const SIDES = [1, 2];

let databases; // started by the first step that needs it

/** @type {Record<string, { label: string, run: (args: string[]) => Promise<import("./count-results.mjs").Counts> }>} */
export const TEST_STEPS = {
  lint: { label: "Format et règles", run: () => check("biome", ["check", "."]) },
  types: {
    label: "Types",
    async run() {
      const generated = await check("next", ["typegen"]);
      return generated.failed > 0 ? generated : check("tsc", ["--noEmit"]);
    },
  },
  schema: {
    label: "Accord du schéma et des migrations",
    async run() {
      const { DATABASE_OWNER_URL } = await testDatabase("check");
      const env = { ...cleanEnv, DATABASE_URL: DATABASE_OWNER_URL };
      const { code } = await runCommand(process.execPath, ["prisma/migrate.mjs", "check"], {
        cwd: ROOT,
        env,
        show: true,
      });
      return countCheck(code);
    },
  },
  unit: { label: "Tests unitaires", run: (args) => vitest("unit", {}, args) },
  integration: {
    label: "Tests d’intégration",
    async run(args) {
      const databases = await Promise.all(SIDES.map((side) => testDatabase(`integration_${side}`)));
      await Promise.all(databases.map((addresses) => deployMigrations(addresses)));
      const env = applicationEnv(databases[0], "http://localhost:3000");
      const urls = {
        INTEGRATION_DATABASE_URLS: databases.map(({ DATABASE_URL }) => DATABASE_URL).join(" "),
        INTEGRATION_OWNER_URLS: databases.map(({ DATABASE_OWNER_URL }) => DATABASE_OWNER_URL).join(" "),
      };
      return vitest("integration*", { ...env, DEMONSTRATION: "0", ...urls }, [`--maxWorkers=${SIDES.length}`, ...args]);
    },
  },
  build: {
    label: "Construction de production",
    async run() {
      await copySources(ROOT, BUILD);
      await buildApplication(BUILD);
      return countCheck(0);
    },
  },
  e2e: { label: "Tests dans le navigateur", run: playwright },
};

async function playwright(args) {
  const chromium = await findChromium();
  const sides = await Promise.all(SIDES.map(startSide));
  const report = path.join(RESULTS, "e2e.json");
  await rm(report, { force: true });
  const { code } = await runCommand(
    commandOf("playwright"),
    ["test", "-c", "tests/playwright.config.ts", "--reporter=list,json", ...args],
    {
      cwd: ROOT,
      env: {
        ...cleanEnv,
        E2E_BASE_URLS: sides.map(({ baseUrl }) => baseUrl).join(" "),
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
      show: true,
    },
  );
  await Promise.all(sides.map(({ child }) => stopChild(child)));
  return countPlaywright(report, code);
}

/** The application as somebody who visits its demonstration finds it. */
async function startSide(side) {
  const port = await findFreePort();
  const baseUrl = `http://localhost:${port}`;
  const addresses = await testDatabase(`e2e_${side}`);
  const env = applicationEnv(addresses, baseUrl);
  await deployMigrations(addresses);
  await loadDemonstration(env);
  const { child } = await startWebServer({
    mode: "start",
    port,
    host: "127.0.0.1",
    directory: BUILD,
    env: { ...env, NODE_ENV: "production" },
  });
  return { baseUrl, child };
}

async function vitest(project, env, args) {
  const report = path.join(RESULTS, "vitest.json");
  await rm(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await runCommand(
    commandOf("vitest"),
    ["run", "--config", "tests/vitest.config.ts", "--project", project, ...reporters, ...args],
    { cwd: ROOT, env: { ...cleanEnv, ...env }, show: true },
  );
  return countVitest(report, code);
}

async function check(command, args) {
  const { code } = await runCommand(commandOf(command), args, { cwd: ROOT, env: cleanEnv, show: true });
  return countCheck(code);
}

async function testDatabase(name) {
  databases ??= startTestDatabase();
  return (await databases)(name);
}

function applicationEnv({ DATABASE_URL }, APP_URL) {
  return { ...cleanEnv, DATABASE_URL, APP_URL, AUTH_SECRET: randomBytes(32).toString("hex"), DEMONSTRATION: "1" };
}
