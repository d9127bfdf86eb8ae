import type { AuthorizedOperation } from "@/lib/server/access";
import { requireFound } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readSettlementJob } from "@/lib/services/periods/read-settlement-job";

/** A job, as the API says it. */
export async function answerSettlement({ id }: AuthorizedOperation, jobId: string) {
  const found = requireFound(isUuid(jobId) ? await readSettlementJob(id, jobId) : null);
  const { createdByName: _, isOpen: __, ...settlement } = found;
  return { settlement };
}
