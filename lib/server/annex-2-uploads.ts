import "server-only";
import { ANNEX_2_RAW_TYPES } from "@/lib/schemas/api/annex-2";
import type { UploadRules } from "./read-uploads";

const MEGABYTE = 1_000_000;

// Media types are compared in lower case.
const COMMON = { rawTypes: new Set(ANNEX_2_RAW_TYPES.map((type) => type.toLowerCase())), fileBytes: 10 * MEGABYTE };

/** One annexe 2: a thousand lines are 0.1 MB. */
export const ANNEX_2_UPLOAD: UploadRules = { ...COMMON, requestBytes: 11 * MEGABYTE, files: 1 };

/** The annexes 2 of a syndicate's operations in one go. */
export const ANNEX_2_UPLOADS: UploadRules = { ...COMMON, requestBytes: 100 * MEGABYTE, files: 1_000 };
