import "server-only";
import { findLabelRequestFile } from "@/lib/data/climate-audits";
import { findClimateFile } from "@/lib/data/climate-files";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import { type SignedDocumentType, signedDocumentType } from "@/lib/domain/consents/signed-document-type";

export type SignedRequest = { readonly name: string; readonly type: SignedDocumentType; readonly bytes: Uint8Array };

/** The signed request for a star, as it was received; null without one, or once it was emptied. */
export async function readLabelRequest(
  collectivityId: AuthorizedClimatePlanId,
  auditId: string,
): Promise<SignedRequest | null> {
  const found = await findLabelRequestFile(collectivityId, auditId);
  const file = found && (await findClimateFile(collectivityId, found.sha256));
  if (!file || file.kind === "purged") return null;
  const { bytes } = file;
  return { name: found.name, type: signedDocumentType(found.name, bytes) ?? "application/pdf", bytes };
}
