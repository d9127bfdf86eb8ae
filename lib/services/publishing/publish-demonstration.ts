import "server-only";
import { listPublicationDecisions } from "@/lib/data/publications";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { changePublication } from "./change-publication";

const SENTENCE =
  "La toiture de la salle de convivialité alimente les bâtiments de la commune. Voici, mois par mois, ce qu’elle produit.";

/** Opens the public page of the demonstration, once: whoever closes it finds it closed. */
export async function publishDemonstration(operationId: AuthorizedOperationId, actor: Actor): Promise<void> {
  if ((await listPublicationDecisions(operationId)).length > 0) return;
  await changePublication(operationId, actor, { isOn: true, sentence: SENTENCE, isIndexed: false });
}
