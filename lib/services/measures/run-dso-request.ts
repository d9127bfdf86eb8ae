import "server-only";
import { type DsoOutcome, findOpenDsoRequest, type OpenDsoRequest, recordDsoOutcome } from "@/lib/data/dso-requests";
import { updateImportFailed } from "@/lib/data/measure-imports";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import { findOperation } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { DsoRequest } from "@/lib/domain/measures/dso-request";
import { reactToDsoError } from "@/lib/domain/measures/react-to-dso-error";
import { type DsoApi, DsoApiError } from "@/lib/gateways/dso-api/dso-api";
import { log } from "@/lib/log";
import { checkDsoAnswer, type DsoQuestion } from "./check-dso-answer";
import { runQueuedImport } from "./run-queued-import";

/** Where a request stands after a turn. */
export type DsoRequestTurn =
  | { readonly kind: "over" }
  /** The rest is to be asked later, in another turn. */
  | { readonly kind: "wait"; readonly seconds: number; readonly tries: number };

const OVER: DsoRequestTurn = { kind: "over" };

/**
 * Asks for what a request still lacks, and then has its import looked at, as any other that waits for its sender.
 *
 * Each answer is kept before the next one is asked for. Taken up again after a crash, only what is not kept is asked,
 * and a place keeps one file: nothing is doubled.
 *
 * @param tries - Waits in a row before this turn, without any answer in between.
 */
export async function runDsoRequest(
  operationId: AuthorizedOperationId,
  importId: string,
  api: DsoApi,
  tries = 0,
): Promise<DsoRequestTurn> {
  const open = await findOpenDsoRequest(operationId, importId);
  if (!open) return OVER;
  const [accNumber, points] = await Promise.all([findAccNumber(operationId), listMeteringPoints(operationId)]);
  let waits = tries;
  for (const position of listRest(open, 0)) {
    const question = findQuestion(open.request, position, points);
    if (!question) continue;
    const answer = await ask(api, accNumber, question);
    const reaction = answer instanceof DsoApiError ? reactToDsoError(answer, waits) : null;
    if (reaction?.kind === "wait") return { ...reaction, tries: waits + 1 };
    waits = 0;
    const positions = reaction?.kind === "stop" ? listRest(open, position) : [position];
    const isOpen = await recordDsoOutcome(operationId, importId, toOutcome(answer, positions, question));
    if (!isOpen) return OVER;
    if (reaction?.kind === "stop") break;
  }
  await conclude(operationId, importId);
  return OVER;
}

/** The places that nothing came for yet, from one of them on. */
function listRest({ request, donePositions }: OpenDsoRequest, from: number): readonly number[] {
  return [...request.points.keys()].filter((position) => position >= from && !donePositions.has(position));
}

function findQuestion({ points, period }: DsoRequest, position: number, sheets: readonly MeteringPointSheet[]) {
  const asked = points[position];
  const point = sheets.find(({ id }) => id === asked?.meteringPointId);
  return asked && point ? { point, role: asked.role, period } : null;
}

/** @param positions - The place of an answer, or those that a refusal stands for. */
function toOutcome(answer: Uint8Array | DsoApiError, positions: readonly number[], question: DsoQuestion): DsoOutcome {
  if (answer instanceof DsoApiError) {
    const { code, status } = answer;
    return { failures: positions.map((position) => ({ position, code, status })) };
  }
  const { name, isReadable, answers } = checkDsoAnswer(answer, question);
  const unreadable = (position: number) => ({ position, code: "DSO_API_UNREADABLE", status: null }) as const;
  return {
    files: positions.map((position) => ({ position, name, bytes: answer })),
    failures: isReadable ? [] : positions.map(unreadable),
    answers,
  };
}

async function ask(api: DsoApi, accNumber: string, question: DsoQuestion): Promise<Uint8Array | DsoApiError> {
  const { point, role, period } = question;
  try {
    return await api.readEnergies({ accNumber, prm: point.prm, role, period });
  } catch (error) {
    if (!(error instanceof DsoApiError)) throw error;
    log.warn({ code: error.code, status: error.status }, "the DSO's interface refused a call");
    return error;
  }
}

/** One readable answer is worth being looked at; without any there is nothing to confirm. */
async function conclude(operationId: AuthorizedOperationId, importId: string): Promise<void> {
  const open = await findOpenDsoRequest(operationId, importId);
  if (!open) return;
  if (open.donePositions.size > open.request.failures.length) await runQueuedImport(operationId, importId);
  else await updateImportFailed(operationId, importId);
}

async function findAccNumber(operationId: AuthorizedOperationId): Promise<string> {
  const sheet = await findOperation(operationId);
  if (!sheet?.accNumber) throw new Error("the number of the operation is gone since it was asked for");
  return sheet.accNumber;
}
