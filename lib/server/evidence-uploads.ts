import "server-only";
import type { UploadRules } from "./read-uploads";

const MEGABYTE = 1_000_000;

/** One document that proves an action: a deliberation, a report, a workbook. */
export const EVIDENCE_UPLOAD: UploadRules = {
  rawTypes: new Set([
    "application/pdf",
    "image/png",
    "image/jpeg",
    "text/csv",
    "text/plain",
    "application/octet-stream",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.presentation",
  ]),
  requestBytes: 21 * MEGABYTE,
  fileBytes: 20 * MEGABYTE,
  files: 1,
};
