import "server-only";
import { listSharedDocuments } from "@/lib/data/personal-data-files";
import type { Actor } from "@/lib/data/scope";
import { personalDataDocument } from "@/lib/documents/personal-data-document";
import type { PersonalDataStatement } from "@/lib/domain/personal-data/personal-data-statement";
import { archiveParticipant } from "@/lib/services/personal-data/archive-participant";
import { exportParticipant } from "@/lib/services/personal-data/export-participant";
import type { StatedParticipant } from "./build-own-statements";
import { keepOwnWords } from "./keep-own-words";
import { onOwnBehalf } from "./on-own-behalf";

/**
 * A participant's data as he takes them along (GDPR, art. 15 and 20), without what is the organiser's or of others too;
 * that he did is recorded in his name.
 */
export async function exportOwnData(
  { own, sheet, collectivity }: StatedParticipant,
  actor: Actor,
  format: "pdf" | "zip" | "json",
  now: Date,
): Promise<string | Uint8Array | null> {
  const operationId = onOwnBehalf(own);
  const statement = await exportParticipant({ id: operationId, sheet, collectivity }, actor, own.participantId, now);
  if (!statement) return null;
  const sha256s = statement.consents.flatMap(({ document }) => (document ? [document.sha256] : []));
  const shared = await listSharedDocuments(operationId, own.participantId, sha256s);
  return write(operationId, keepOwnWords(statement, shared), { format, shared });
}

async function write(
  operationId: ReturnType<typeof onOwnBehalf>,
  statement: PersonalDataStatement,
  { format, shared }: { readonly format: "pdf" | "zip" | "json"; readonly shared: ReadonlySet<string> },
): Promise<string | Uint8Array> {
  if (format === "pdf") return personalDataDocument(statement);
  if (format === "zip") return archiveParticipant(operationId, statement, shared);
  return JSON.stringify({ personalData: statement }, null, 2);
}
