import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { findFreePort } from "@/lib/cli/network-port.mjs";
import { OIDC_CLIENT } from "../../support/oidc-provider";

const run = promisify(execFile);

const SET = {
  AUTH_SECRET: "secret-des-sessions-de-cet-essai-0123456789",
  SMTP_PASSWORD: "mot-secret-du-courrier",
  OIDC_CLIENT_SECRET: OIDC_CLIENT.secret,
};
const DATABASE_PASSWORD = "mot-secret-de-la-base";

/** What a process of its own says on both outputs, and the secrets it handled. */
async function listen(scenario: "accounts" | "database") {
  const folder = await mkdtemp(path.join(tmpdir(), "prorata-logs-"));
  const list = path.join(folder, "secrets.json");
  const url = new URL(process.env.DATABASE_URL as string);
  if (url.password === "") url.password = DATABASE_PASSWORD;
  if (scenario === "database") url.port = "1"; // nobody listens there
  const [oidcPort, mailPort] = await Promise.all([findFreePort(), findFreePort()]);
  const settings = {
    ...SET,
    LOG_LEVEL: "debug",
    LEAK_SCENARIO: scenario,
    LEAK_LIST: list,
    APP_URL: "http://localhost:3000",
    DATABASE_URL: url.href,
    SMTP_HOST: "127.0.0.1",
    SMTP_PORT: String(mailPort),
    SMTP_SECURITY: "none",
    SMTP_USER: "mairie",
    MAIL_FROM: "mairie@exemple.example",
    OIDC_ISSUER: `http://127.0.0.1:${oidcPort}`,
    OIDC_CLIENT_ID: OIDC_CLIENT.id,
    OIDC_LABEL: "ProConnect",
  };
  const command = [
    "--require",
    "./tests/support/allow-server-only.cjs",
    "--import",
    "tsx",
    "tests/support/log-everything.ts",
  ];
  const env = { ...process.env, ...settings, NODE_ENV: "production" as const };
  const { stdout, stderr } = await run(process.execPath, command, { env }).catch(({ stdout: out, stderr: err }) => {
    // Without its stack, which the runner would look for among the tests.
    throw new Error(`the process failed:\n${`${out}\n${err}`.replaceAll(/^\s+at .*$/gm, "")}`);
  });
  const secrets = JSON.parse(await readFile(list, "utf8")) as Record<string, string>;
  await rm(folder, { recursive: true });
  return {
    said: stdout + stderr,
    secrets: { ...secrets, ...SET, "of the database": decodeURIComponent(url.password) },
  };
}

test.for(["accounts", "database"] as const)(
  "with LOG_LEVEL=debug, the scenario « %s » says no secret, no address and nobody's e-mail",
  { timeout: 60_000 },
  async (scenario) => {
    const { said, secrets } = await listen(scenario);
    expect(Object.entries(secrets).filter(([, value]) => value.length < 10)).toEqual([]);
    expect(Object.entries(secrets).filter(([, value]) => said.includes(value))).toEqual([]);
    // It did speak.
    expect(said).toMatch(scenario === "database" ? /database unreachable/ : /better-auth/);
  },
);
