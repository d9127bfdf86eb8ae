import "server-only";
import { workOnMeasureImports } from "@/lib/data/queue";
import { log } from "@/lib/log";
import { runQueuedImport } from "@/lib/services/measures/run-queued-import";
import { authorizeJob } from "./authorize-job";

/** Starts taking jobs in this process. */
export async function startWorkers(): Promise<void> {
  await workOnMeasureImports(async (job, { isLastTry }) => {
    log.info({ importId: job.importId }, "import taken up");
    await runQueuedImport(authorizeJob(job), job.importId, { isLastTry });
    log.info({ importId: job.importId }, "import finished");
  });
}
