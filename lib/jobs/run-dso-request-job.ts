import "server-only";
import { postponeDsoRequest } from "@/lib/data/queue";
import type { DsoRequestJob } from "@/lib/data/queue-jobs";
import { log } from "@/lib/log";
import { configuredDsoApi } from "@/lib/services/measures/configured-dso-api";
import { giveUpImport } from "@/lib/services/measures/give-up-import";
import { runDsoRequest } from "@/lib/services/measures/run-dso-request";
import { authorizeJob } from "./authorize-job";

/** One turn of a request to the DSO's interface; what has to wait becomes a job of its own, so that others pass. */
export async function runDsoRequestJob(job: DsoRequestJob): Promise<void> {
  const { importId, tries } = job;
  const operationId = authorizeJob(job);
  const api = configuredDsoApi();
  if (!api) {
    log.error({ importId }, "the DSO's interface is no longer configured, request given up");
    return giveUpImport(operationId, importId);
  }
  log.info({ importId }, "request to the DSO taken up");
  const turn = await runDsoRequest(operationId, importId, api, tries);
  if (turn.kind === "wait") await postponeDsoRequest({ ...job, tries: turn.tries }, turn.seconds);
  log.info({ importId, ...turn }, "request to the DSO: end of a turn");
}
