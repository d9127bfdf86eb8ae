import path from "node:path";
import { buildApplication } from "@/lib/cli/build-application.mjs";
import { stopChild } from "@/lib/cli/child-processes.mjs";
import { copySources } from "@/lib/cli/copy-sources.mjs";
import { loadDemonstration } from "@/lib/cli/load-demonstration.mjs";
import { findFreePort } from "@/lib/cli/network-port.mjs";
import { DATA, ROOT } from "@/lib/cli/project-paths.mjs";
import { startWebServer } from "@/lib/cli/web-server.mjs";

export type ServedApplication = { readonly baseUrl: string; readonly stop: () => Promise<void> };

const BUILD = path.join(DATA, "bench-build");

/** The production build over the database of this run, with its demonstration; jobs are left to nobody. */
export async function serveApplication(): Promise<ServedApplication> {
  const port = await findFreePort();
  const baseUrl = `http://localhost:${port}`;
  const env = { ...process.env, APP_URL: baseUrl, DEMONSTRATION: "1", RUN_JOBS: "0" };
  await copySources(ROOT, BUILD);
  await buildApplication(BUILD);
  await loadDemonstration(env);
  const { child } = await startWebServer({ mode: "start", port, host: "127.0.0.1", directory: BUILD, env });
  return { baseUrl, stop: () => stopChild(child) };
}
