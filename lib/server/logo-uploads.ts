import "server-only";
import type { UploadRules } from "./read-uploads";

const MEGABYTE = 1_000_000;

/** One small picture. */
export const LOGO_UPLOAD: UploadRules = {
  rawTypes: new Set(["image/png", "image/jpeg", "application/octet-stream"]),
  requestBytes: 1.1 * MEGABYTE,
  fileBytes: MEGABYTE,
  files: 1,
};
