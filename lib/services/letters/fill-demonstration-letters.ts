import "server-only";
import { listLetters } from "@/lib/data/convention-letters";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DEMONSTRATION_OPERATION } from "@/lib/domain/demonstration/demonstration-operation";
import { civilDate } from "@/lib/domain/time/civil-date";
import { recordLetter } from "./record-letter";

const START_TOLD = civilDate("2025-09-04"); // four working days after the signature
const PRM = "99000000000683"; // the gymnasium

/** Letters of the demonstration: the start was told in time (art. 3.1), and a proof asked for waits for its answer. */
export async function fillDemonstrationLetters(operationId: AuthorizedOperationId, actor: Actor): Promise<void> {
  if ((await listLetters(operationId, { before: null, limit: 1 })).length > 0) return;
  const point = (await listMeteringPoints(operationId)).find(({ prm }) => prm === PRM);
  if (!point) return;
  const start = {
    kind: "start_notice" as const,
    receivedDay: START_TOLD,
    sentDay: null,
    effectDay: DEMONSTRATION_OPERATION.startDay,
    meteringPointId: null,
    isImmediate: false,
    reference: "Date de mise en œuvre, courriel du 04/09/2025",
  };
  await recordLetter(operationId, actor, start, START_TOLD);
  const receivedDay = civilDate("2026-11-16");
  const letter = {
    kind: "consent_proof" as const,
    receivedDay,
    sentDay: null,
    effectDay: null,
    meteringPointId: point.id,
    isImmediate: false,
    reference: "Demande de justificatif, courriel du 16/11/2026",
  };
  await recordLetter(operationId, actor, letter, receivedDay);
}
