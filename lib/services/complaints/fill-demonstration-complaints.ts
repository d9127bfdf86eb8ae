import "server-only";
import { listComplaints } from "@/lib/data/complaints";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { civilDate } from "@/lib/domain/time/civil-date";
import { recordComplaint } from "./record-complaint";

/** One complaint of the demonstration waits to be forwarded, from somebody made up. */
export async function fillDemonstrationComplaints(operationId: AuthorizedOperationId, actor: Actor): Promise<void> {
  if ((await listComplaints(operationId, { before: null, limit: 1 })).length > 0) return;
  const receivedDay = civilDate("2026-11-18");
  const complaint = {
    receivedDay,
    participantId: null,
    senderName: "Club de musculation de Saint-Exemple-les-Vignes",
    subject: "Courbe du gymnase manquante en octobre",
    text: "Nous partageons les charges du gymnase. Deux jours d’octobre n’ont pas de mesure, et la part de production solaire de ces jours ne nous est pas comptée. Nous demandons que le relevé soit corrigé.",
    concernsDso: true,
  };
  await recordComplaint(operationId, actor, complaint, receivedDay);
}
