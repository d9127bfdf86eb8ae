import "server-only";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { renewEncryption } from "@/lib/services/accounts/security/renew-encryption";
import { startWorkers } from "./start-workers";

const RETRY_MS = 5_000;

/** What a web process does beside answering: jobs, unless other processes run them. */
export async function openProcess(): Promise<void> {
  if (!env.RUN_JOBS) return;
  try {
    await renewEncryption();
    await startWorkers();
  } catch (error) {
    // A database that is not there yet must not keep the pages from saying so.
    log.error({ err: error }, "workers not started, trying again");
    setTimeout(() => void openProcess(), RETRY_MS).unref();
  }
}
