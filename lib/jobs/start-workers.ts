import "server-only";
import { workOnDsoRequests, workOnMeasureImports, workOnRetention, workOnSuspicionSearches } from "@/lib/data/queue";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { log } from "@/lib/log";
import { findImportSuspicions } from "@/lib/services/measures/find-import-suspicions";
import { giveUpImport } from "@/lib/services/measures/give-up-import";
import { purgeAbandonedUploads } from "@/lib/services/measures/purge-abandoned-uploads";
import { runQueuedImport } from "@/lib/services/measures/run-queued-import";
import { eraseExpired } from "@/lib/services/personal-data/erase-expired";
import { authorizeJob } from "./authorize-job";
import { runDsoRequestJob } from "./run-dso-request-job";

const NIGHTLY = { userId: null, via: "job" } as const;

/** Starts taking jobs in this process. */
export async function startWorkers(): Promise<void> {
  await workOnMeasureImports({
    async run(job) {
      log.info({ importId: job.importId }, "import taken up");
      await runQueuedImport(authorizeJob(job), job.importId);
      log.info({ importId: job.importId }, "import finished");
    },
    async giveUp(job) {
      log.error({ importId: job.importId }, "import given up");
      await giveUpImport(authorizeJob(job), job.importId);
    },
  });
  await workOnSuspicionSearches(async (job) => {
    await findImportSuspicions(authorizeJob(job), job.importId);
    log.info({ importId: job.importId }, "curves of an import looked at");
  });
  await workOnDsoRequests(runDsoRequestJob);
  await workOnRetention(async () => {
    const today = parisCivilDate(Date.now());
    const counts = await eraseExpired(NIGHTLY, authorizeJob, today);
    log.info(counts, "personal data kept long enough are erased");
    log.info(await purgeAbandonedUploads(NIGHTLY, authorizeJob, today), "files of abandoned imports are emptied");
  });
}
