import "server-only";
import { readUploads, type Upload, type UploadRules } from "./read-uploads";

const MEGABYTE = 1_000_000;

/** One signed document: a scan of a few pages. */
export const CONSENT_UPLOAD: UploadRules = {
  rawTypes: new Set(["application/pdf", "image/png", "image/jpeg", "application/octet-stream"]),
  requestBytes: 11 * MEGABYTE,
  fileBytes: 10 * MEGABYTE,
  files: 1,
};

/** The signed document of a request that may have none. */
export async function readOptionalDocument(request: Request): Promise<Upload | null> {
  if (request.body === null || request.headers.get("content-length") === "0") return null;
  const [document] = await readUploads(request, CONSENT_UPLOAD);
  return document ?? null;
}
