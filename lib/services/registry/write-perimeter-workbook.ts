import type { DeclaredPerimeter } from "@/lib/domain/perimeter/declared-perimeter";
import type { Annex2FileName } from "@/lib/formats/annex-2/annex-2-file-name";
import { writeAnnex2Workbook } from "@/lib/formats/annex-2/write-annex-2-workbook";

/** A perimeter as the workbook that Enedis reads. What is not known is left empty, for a person to fill in. */
export async function writePerimeterWorkbook(
  { consumers, producers, kind, management }: DeclaredPerimeter,
  fileName: Annex2FileName,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const workbook = {
    consumers: consumers.map((consumer) => ({ ...consumer, address: consumer.address ?? "" })),
    producers: producers.map((producer) => ({
      ...producer,
      address: producer.address ?? "",
      email: producer.email ?? "",
      injectionContract: producer.injectionContract ?? "",
      peakPowerW: producer.peakPowerW ?? Number.NaN,
    })),
    kind: kind ?? "default", // without a key the convention's default holds
    management,
  };
  return writeAnnex2Workbook(workbook, fileName);
}
