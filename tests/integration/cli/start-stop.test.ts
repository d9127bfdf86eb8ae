import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findFreePort } from "@/lib/cli/network-port.mjs";

// The commands of this checkout around a one-page application, in a folder of the project so that hard links work.
const ROOT = path.resolve(import.meta.dirname, "../../..");
const COPY = path.join(ROOT, ".data/test-start");
const FILES = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "next.config.mjs",
  ".gitignore",
  "lib/cli",
  "prisma",
];

let port: number;
const started: ChildProcess[] = [];

describe.skipIf(process.platform !== "linux")("npm start", { timeout: 180_000 }, () => {
  beforeAll(async () => {
    rmSync(COPY, { recursive: true, force: true });
    mkdirSync(COPY, { recursive: true });
    for (const file of FILES) copy(file);
    execFileSync("cp", ["-al", path.join(ROOT, "node_modules"), path.join(COPY, "node_modules")]);
    write(
      "app/layout.tsx",
      "export default ({ children }: { children: React.ReactNode }) => <html lang='fr'><body>{children}</body></html>;",
    );
    write("app/page.tsx", "export default () => <h1>Bonjour</h1>;");
    write("app/api/health/route.ts", "export const GET = () => Response.json({ status: 'ok' });");
    // Next would find those of the project, further up.
    write("instrumentation.ts", "export function register() {}");
    write("proxy.ts", "export function proxy() {}");
    write("prisma/seed.ts", "console.info('démonstration', process.env.DEMONSTRATION);");
    port = await findFreePort();
  }, 60_000);

  afterAll(async () => {
    for (const child of started) if (child.exitCode === null) await stop(child);
    rmSync(COPY, { recursive: true, force: true });
  }, 60_000);

  test("makes everything, answers, and stops cleanly", async () => {
    const first = await start();
    expect(first.output()).toMatch(
      /Construction[\s\S]*Prorata est prêt .* http:\/\/localhost:\d+[\s\S]*agent@prorata\.example/,
    );
    expect(await page()).toContain("Bonjour");

    const second = launch();
    expect(await ending(second.child)).toBe(1);
    expect(second.output()).toContain(`Prorata tourne déjà ici : http://localhost:${port}`);

    expect(await stop(first.child)).toBe(0);
    await expect(page()).rejects.toThrow();
    expect(survivors()).toEqual([]);
  });

  test("is up at once the second time, and recovers from kill -9", async () => {
    const killed = await start();
    expect(killed.output()).not.toContain("Construction");

    killed.child.kill("SIGKILL");
    await ending(killed.child);
    expect(survivors()).not.toEqual([]);

    const next = await start();
    expect(await page()).toContain("Bonjour");
    expect(await stop(next.child)).toBe(0);
    expect(survivors()).toEqual([]);
  });
});

function copy(file: string) {
  const isWanted = (name: string) => !(name.includes("lib/cli/") && name.endsWith(".ts")); // they need the rest of lib
  cpSync(path.join(ROOT, file), path.join(COPY, file), { recursive: true, filter: isWanted });
}

function write(file: string, content: string) {
  mkdirSync(path.dirname(path.join(COPY, file)), { recursive: true });
  writeFileSync(path.join(COPY, file), content);
}

function launch() {
  const own = { DATABASE_URL: "", APP_URL: "", AUTH_SECRET: "", HOST: "", PORT: String(port) };
  const child = spawn(process.execPath, ["lib/cli/start.mjs"], { cwd: COPY, env: { ...process.env, ...own } });
  started.push(child);
  const texts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => texts.push(text));
  return { child, output: () => texts.join("") };
}

async function start() {
  const run = launch();
  while (!run.output().includes("Pour arrêter")) {
    if (run.child.exitCode !== null) throw new Error(run.output());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return run;
}

async function stop(child: ChildProcess) {
  child.kill("SIGTERM");
  return ending(child);
}

const ending = (child: ChildProcess) =>
  child.exitCode === null && child.signalCode === null
    ? new Promise<number | null>((resolve) => child.once("exit", resolve))
    : Promise.resolve(child.exitCode);

const page = async () => (await fetch(`http://127.0.0.1:${port}/`)).text();

/** Processes that still work in the copy. */
function survivors() {
  const pids = execFileSync("ls", ["/proc"], { encoding: "utf8" })
    .split("\n")
    .filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(COPY);
    } catch {
      return false; // just ended
    }
  });
}
