import path from "node:path";
import { launch, waitForEnd } from "./child-processes.mjs";
import { CommandError } from "./command-error.mjs";
import { NO_OWNER } from "./no-owner.mjs";
import { ROOT } from "./project-paths.mjs";

const READY_TIMEOUT_MS = 90_000; // `next dev` compiles the first page while we wait

/**
 * Starts Next.js and waits until it answers.
 *
 * @param {{ mode: "start" | "dev", port: number, host: string, directory: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ child: import("node:child_process").ChildProcess, ended: Promise<number> }>}
 * `ended` gives the exit code
 */
export async function startWebServer({ mode, port, host, directory, env }) {
  const child = launch(
    process.execPath,
    [path.join(ROOT, "node_modules/next/dist/bin/next"), mode, "--port", String(port), "--hostname", host],
    {
      cwd: directory,
      env: { ...env, ...NO_OWNER, NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let isReady = false;
  const banner = []; // Next's own address lines, in English: ours replace them
  child.stdout?.on("data", (text) => (isReady ? process.stdout.write(text) : banner.push(text)));
  const ended = waitForEnd(child);
  await waitUntilReady(`http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}/api/health`, ended, () =>
    Buffer.concat(banner).toString(),
  );
  isReady = true;
  return { child, ended };
}

async function waitUntilReady(url, ended, readBanner) {
  const deadline = performance.now() + READY_TIMEOUT_MS;
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  let answer = "";
  while (performance.now() < deadline) {
    if (hasEnded) throw new CommandError(`${readBanner()}\nLe serveur web s’est arrêté aussitôt.`);
    const health = await readHealth(url);
    if (health?.isWell) return;
    answer = health?.text ?? answer;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new CommandError(
    `${readBanner()}\nLe serveur web n’est pas en bon état (${url}) : ${answer || "pas de réponse"}`,
  );
}

/** @returns {Promise<{ isWell: boolean, text: string } | null>} null while nobody listens */
async function readHealth(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    const text = (await response.text()).slice(0, 500);
    return { isWell: response.ok, text: `${response.status} ${text}` };
  } catch {
    return null;
  }
}
