import type { CivilDate } from "@/lib/domain/time/civil-date";
import { frenchDay } from "@/lib/formats/french-day";

const HEADER = "PDL/PRM/PADT-P;Date debut rattachement;Date fin rattachement;";
const OPEN_END = "31/12/9999";

type WrittenRow = {
  /** PRM, or reference of an injection contract. */
  readonly identifier: string;
  readonly from: CivilDate;
  /** First day that no longer counts; null while open. */
  readonly toExclusive: CivilDate | null;
};

/**
 * Writes the perimeter file of annexe 6, which `readPerimeterFile` reads back.
 *
 * @param rows - In the order wanted.
 * @see Convention Enedis-FOR-CF_01E, annexe 6.
 */
export function writePerimeterFile(rows: readonly WrittenRow[]): { readonly name: string; readonly text: string } {
  const lines = rows.map(
    ({ identifier, from, toExclusive }) =>
      `${identifier};${frenchDay(from)};${toExclusive ? frenchDay(toExclusive) : OPEN_END};`,
  );
  return { name: "Perimetre_Participants.csv", text: [HEADER, ...lines, ""].join("\r\n") };
}
