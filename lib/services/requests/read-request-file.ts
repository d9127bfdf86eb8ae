import "server-only";
import { findRequestFile } from "@/lib/data/convention-requests";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** A file of a request as it was kept; `purged` once it named somebody who is erased; null when there is no such one. */
export type RequestFileDownload =
  | { readonly status: "kept"; readonly kind: "annex_2" | "letter"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly status: "purged" }
  | null;

export async function readRequestFile(
  operationId: AuthorizedOperationId,
  requestId: string,
  fileId: string,
): Promise<RequestFileDownload> {
  const file = await findRequestFile(operationId, requestId, fileId);
  if (!file) return null;
  const { kind, name, content } = file;
  return content.kind === "kept" ? { status: "kept", kind, name, bytes: content.bytes } : { status: "purged" };
}
