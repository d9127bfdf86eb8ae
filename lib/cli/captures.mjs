// npm run captures: takes the pictures of the README again, from the demonstration in its production build, on a
// PostgreSQL of its own that disappears with it.
import "./require-node-version.mjs";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { buildApplication } from "./build-application.mjs";
import { stopChild } from "./child-processes.mjs";
import { copySources } from "./copy-sources.mjs";
import { DEMONSTRATION_PASSWORD } from "./demonstration-accounts.mjs";
import { deployMigrations } from "./deploy-migrations.mjs";
import { findChromium } from "./find-chromium.mjs";
import { generateClient } from "./generate-client.mjs";
import { installPackages } from "./install-packages.mjs";
import { loadDemonstration } from "./load-demonstration.mjs";
import { findFreePort } from "./network-port.mjs";
import { startPostgresCluster } from "./postgres-cluster.mjs";
import { DATA, ROOT } from "./project-paths.mjs";
import { runMain } from "./run-main.mjs";
import { startWebServer } from "./web-server.mjs";

const OPERATION = "/operations/saint-exemple-les-vignes";
const COMPUTER = { viewport: { width: 1280, height: 860 }, colorScheme: "light" };
const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: "dark", deviceScaleFactor: 2 };

/** Where each picture is taken, by its name in public/captures. */
const CAPTURES = [
  { name: "tableau-de-bord", path: OPERATION, ...COMPUTER },
  { name: "tableau-de-bord-telephone", path: OPERATION, ...PHONE },
  { name: "a-faire", path: "/", ...COMPUTER },
  { name: "periode", path: `${OPERATION}/periodes/2026-06-01`, ...COMPUTER },
  { name: "editeur-de-cle", path: `${OPERATION}/coefficients/editeur`, ...COMPUTER },
  { name: "rapport", path: `${OPERATION}/rapport`, ...COMPUTER },
  { name: "plan-climat", path: "/plan-climat", ...COMPUTER },
];

await runMain(async () => {
  await installPackages();
  await generateClient();
  const { addresses } = await startPostgresCluster({ name: "captures-postgres", isThrowAway: true });
  const port = await findFreePort();
  const baseURL = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production",
    ...addresses("captures"),
    APP_URL: baseURL,
    AUTH_SECRET: randomBytes(32).toString("hex"),
    DEMONSTRATION: "1",
  };
  await deployMigrations(env);
  await loadDemonstration(env);
  const directory = path.join(DATA, "captures-build");
  await copySources(ROOT, directory);
  await buildApplication(directory);
  const { child } = await startWebServer({ mode: "start", port, host: "127.0.0.1", directory, env });
  await takeCaptures(baseURL);
  await stopChild(child);
  return 0;
});

async function takeCaptures(baseURL) {
  const { chromium } = await import("@playwright/test"); // installed only a moment ago on a bare clone
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
  const visitor = { baseURL, locale: "fr-FR", timezoneId: "Europe/Paris", reducedMotion: "reduce" };
  const storageState = await signIn(await browser.newContext(visitor), baseURL);
  for (const { name, path: address, ...look } of CAPTURES) {
    const context = await browser.newContext({ ...visitor, storageState, ...look });
    const page = await context.newPage();
    await page.goto(address, { waitUntil: "networkidle" });
    await page.screenshot({ path: path.join(ROOT, "public/captures", `${name}.png`) });
    await context.close();
  }
  await browser.close();
}

async function signIn(context, baseURL) {
  const answer = await context.request.post("/api/auth/sign-in/email", {
    headers: { origin: baseURL },
    data: { email: "agent@prorata.example", password: DEMONSTRATION_PASSWORD },
  });
  if (!answer.ok()) throw new Error(`sign-in answers ${answer.status()}`);
  return context.storageState();
}
