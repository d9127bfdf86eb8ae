import "server-only";
import { listComplaints } from "@/lib/data/complaints";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { civilDate } from "@/lib/domain/time/civil-date";
import { moveComplaint } from "./move-complaint";
import { recordComplaint } from "./record-complaint";

/** A complaint of the demonstration waits to be forwarded and a request on data was, both from people made up. */
export async function fillDemonstrationComplaints(operationId: AuthorizedOperationId, actor: Actor): Promise<void> {
  if ((await listComplaints(operationId, { before: null, limit: 1 })).length > 0) return;
  const receivedDay = civilDate("2026-11-18");
  const complaint = {
    kind: "complaint",
    receivedDay,
    participantId: null,
    senderName: "Club de musculation de Saint-Exemple-les-Vignes",
    subject: "Courbe du gymnase manquante en octobre",
    text: "Nous partageons les charges du gymnase. Deux jours d’octobre n’ont pas de mesure, et la part de production solaire de ces jours ne nous est pas comptée. Nous demandons que le relevé soit corrigé.",
    concernsDso: true,
  } as const;
  const request = {
    kind: "data_request",
    participantId: null,
    senderName: "Boulangerie du Pressoir",
    subject: "Relevés du compteur de la boulangerie",
    text: "Nous souhaitons recevoir les relevés de notre compteur depuis l’entrée dans l’opération.",
    concernsDso: true,
    receivedDay: civilDate("2026-11-12"),
  } as const;
  await recordComplaint(operationId, actor, complaint, receivedDay);
  const requestId = await recordComplaint(operationId, actor, request, receivedDay);
  const sent = { move: "forwarded", day: request.receivedDay, note: "Par courriel" } as const;
  await moveComplaint(operationId, actor, requestId, sent, receivedDay);
}
