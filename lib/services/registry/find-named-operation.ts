import { parseAnnex2FileName } from "@/lib/formats/annex-2/annex-2-file-name";

/** The ACC number in the name of an annexe 2; null when the name has another shape. */
export function findNamedOperation(fileName: string): string | null {
  return parseAnnex2FileName(fileName)?.accNumber ?? null;
}
