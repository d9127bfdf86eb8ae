import "server-only";
import { findClimateDocument } from "@/lib/data/climate-evidence";
import { findClimateFile } from "@/lib/data/climate-files";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import { evidenceDocumentType } from "@/lib/formats/evidence/evidence-document-type";

export type ClimateDocument = {
  readonly name: string;
  readonly type: string;
  /** Null: it was emptied. */
  readonly bytes: Uint8Array | null;
};

/** A document that proves an action, or did: snapshots name those that were taken away. Null when there is none. */
export async function readClimateDocument(
  collectivityId: AuthorizedClimatePlanId,
  evidenceId: string,
): Promise<ClimateDocument | null> {
  const found = await findClimateDocument(collectivityId, evidenceId);
  const content = found && (await findClimateFile(collectivityId, found.sha256));
  if (!content) return null;
  const bytes = content.kind === "kept" ? content.bytes : null;
  const type = (bytes && evidenceDocumentType(found.fileName, bytes)) ?? "application/octet-stream";
  return { name: found.fileName, type, bytes };
}
