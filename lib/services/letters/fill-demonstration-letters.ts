import "server-only";
import { listLetters } from "@/lib/data/convention-letters";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { civilDate } from "@/lib/domain/time/civil-date";
import { recordLetter } from "./record-letter";

const PRM = "99000000000683"; // the gymnasium

/** One letter of the demonstration asks for a proof, and waits for its answer. */
export async function fillDemonstrationLetters(operationId: AuthorizedOperationId, actor: Actor): Promise<void> {
  if ((await listLetters(operationId, { before: null, limit: 1 })).length > 0) return;
  const point = (await listMeteringPoints(operationId)).find(({ prm }) => prm === PRM);
  if (!point) return;
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
