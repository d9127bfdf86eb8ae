import "server-only";
import type { Actor } from "@/lib/data/scope";
import { personalDataDocument } from "@/lib/documents/personal-data-document";
import type { PersonalDataStatement } from "@/lib/domain/personal-data/personal-data-statement";
import { archiveParticipant } from "@/lib/services/personal-data/archive-participant";
import { exportParticipant } from "@/lib/services/personal-data/export-participant";
import type { StatedParticipant } from "./build-own-statements";
import { onOwnBehalf } from "./on-own-behalf";

/** A participant's data as he takes them along (GDPR, art. 15 and 20); that he did is recorded in his name. */
export async function exportOwnData(
  { own, sheet, collectivity }: StatedParticipant,
  actor: Actor,
  format: "pdf" | "zip" | "json",
  now: Date,
): Promise<string | Uint8Array | null> {
  const operationId = onOwnBehalf(own);
  const statement = await exportParticipant({ id: operationId, sheet, collectivity }, actor, own.participantId, now);
  if (!statement) return null;
  return write(operationId, statement, format);
}

async function write(
  operationId: ReturnType<typeof onOwnBehalf>,
  statement: PersonalDataStatement,
  format: "pdf" | "zip" | "json",
): Promise<string | Uint8Array> {
  if (format === "pdf") return personalDataDocument(statement);
  if (format === "zip") return archiveParticipant(operationId, statement);
  return JSON.stringify({ personalData: statement }, null, 2);
}
