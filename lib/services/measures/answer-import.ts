import "server-only";
import { listKeptFilesOfImport } from "@/lib/data/kept-files";
import { cancelWaitingImport, claimWaitingImport } from "@/lib/data/measure-import-waiting";
import { findMeasureImport } from "@/lib/data/measure-imports";
import { enqueueMeasureImport } from "@/lib/data/queue";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { type ImportAnswers, NO_ANSWERS } from "@/lib/domain/measures/import-answers";
import { isImportReady } from "@/lib/domain/measures/is-import-ready";
import { weighUploads } from "./list-sources";
import { runQueuedImport } from "./run-queued-import";
import { INLINE_BYTES } from "./upload-limits";

/** A job for the case that the process which runs an import itself dies. [s] */
const RESCUE_AFTER_SECONDS = 60;

/**
 * Looks at the files of a waiting import again, with what its sender now says of them.
 *
 * @param answers - Added to the earlier ones; an empty text takes one back.
 * @throws {DomainError} IMPORT_NOT_WAITING when it was confirmed or abandoned meanwhile.
 */
export async function answerImport(
  operationId: AuthorizedOperationId,
  actor: Actor,
  importId: string,
  answers: ImportAnswers,
): Promise<void> {
  const found = await findWaiting(operationId, importId);
  const merged = mergeAnswers(found.answers ?? NO_ANSWERS, answers);
  await take(operationId, { importId, actor, answers: { ...merged, isHeld: true, saidBy: actor } });
}

/**
 * Writes a waiting import. With answers it is looked at again first: what it would do may not be what was shown.
 *
 * @returns Whether it is written, or handed to a worker: false when an error or a question remains, and then it waits on.
 * @throws {DomainError} IMPORT_NOT_WAITING when it was confirmed or abandoned meanwhile.
 */
export async function confirmImport(
  operationId: AuthorizedOperationId,
  actor: Actor,
  importId: string,
  answers: ImportAnswers = NO_ANSWERS,
): Promise<boolean> {
  const isAnswered = Object.keys(answers.kinds).length + Object.keys(answers.replies).length > 0;
  if (isAnswered) await answerImport(operationId, actor, importId, answers);
  const found = await findMeasureImport(operationId, importId);
  if (found?.status === "queued" || found?.status === "running") return true;
  if (found?.status !== "waiting") throw notWaiting();
  if (!found.report || !isImportReady(found.report)) return false;
  const said = found.answers ?? NO_ANSWERS;
  await take(operationId, { importId, actor, answers: { ...said, isHeld: false, saidBy: actor } });
  return true;
}

/**
 * Gives a waiting import up; its files are kept until the night purgeAbandonedUploads empties them.
 *
 * @throws {DomainError} IMPORT_NOT_WAITING when it was confirmed or abandoned meanwhile.
 */
export async function cancelImport(operationId: AuthorizedOperationId, actor: Actor, importId: string): Promise<void> {
  if (!(await cancelWaitingImport(operationId, actor, importId))) throw notWaiting();
}

async function findWaiting(operationId: AuthorizedOperationId, importId: string) {
  const found = await findMeasureImport(operationId, importId);
  if (found?.status !== "waiting") throw notWaiting();
  return found;
}

async function take(
  operationId: AuthorizedOperationId,
  claim: Parameters<typeof claimWaitingImport>[1],
): Promise<void> {
  const { importId } = claim;
  const isLong = weighUploads(await listKeptFilesOfImport(operationId, importId)) > INLINE_BYTES;
  const isClaimed = await claimWaitingImport(operationId, claim, (client) =>
    enqueueMeasureImport(client, { operationId, importId }, isLong ? 0 : RESCUE_AFTER_SECONDS),
  );
  if (!isClaimed) throw notWaiting();
  if (!isLong) await runQueuedImport(operationId, importId);
}

function mergeAnswers(earlier: ImportAnswers, added: ImportAnswers): ImportAnswers {
  const merge = (field: keyof ImportAnswers) =>
    Object.fromEntries(Object.entries({ ...earlier[field], ...added[field] }).filter(([, text]) => text !== ""));
  return { kinds: merge("kinds"), replies: merge("replies") };
}

function notWaiting(): DomainError {
  return new DomainError("IMPORT_NOT_WAITING", "the import does not wait to be confirmed");
}
