import "server-only";
import { listClimateEvidence } from "@/lib/data/climate-evidence";
import { listClimateFigures } from "@/lib/data/climate-figures";
import type { Actor, AuthorizedCollectivityId, AuthorizedOperationId } from "@/lib/data/scope";
import { renderPdf } from "@/lib/documents/render-pdf";
import { DEMONSTRATION_DELIBERATION, DEMONSTRATION_LINK } from "@/lib/domain/demonstration/demonstration-evidence";
import { DEMONSTRATION_OPERATION } from "@/lib/domain/demonstration/demonstration-operation";
import { joinClimateDocument } from "./join-climate-document";
import { joinClimateLink } from "./join-climate-link";
import { refreshOperationEvidence } from "./refresh-operation-evidence";

const BELOW: [number, number, number, number] = [0, 0, 0, 8]; // pt

/** Gives the plan of the demonstration a document, a link and the figures of its operation; what is there stays. */
export async function fillDemonstrationEvidence(
  collectivityId: AuthorizedCollectivityId,
  operationId: AuthorizedOperationId,
  actor: Actor,
): Promise<void> {
  if ((await listClimateFigures(collectivityId)).length > 0) return;
  if ((await listClimateEvidence(collectivityId)).length === 0) {
    const { nodes, fileName, paragraphs, ...words } = DEMONSTRATION_DELIBERATION;
    const content = [{ text: words.title, style: "title" }, ...paragraphs.map((text) => ({ text, margin: BELOW }))];
    const bytes = await renderPdf({ title: words.title, footer: "Document fictif", content });
    await joinClimateDocument(collectivityId, actor, nodes, words, { name: fileName, bytes });
    const { nodes: proven, url, ...said } = DEMONSTRATION_LINK;
    await joinClimateLink(collectivityId, actor, proven, said, url);
  }
  await refreshOperationEvidence(collectivityId, actor, [operationId], DEMONSTRATION_OPERATION.measured.toExclusive);
}
