import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatCount } from "@/lib/format/format-number";
import { decodeText } from "@/lib/formats/decode-text";
import { readPriceTable } from "@/lib/formats/price-table/read-price-table";
import type { NewPrice } from "./set-prices";

export type CheckedPriceTable = {
  readonly prices: readonly NewPrice[];
  /** What was not understood, in French; empty: the table can be kept. */
  readonly errors: readonly string[];
  /** What it does, to agree to. */
  readonly remarks: readonly string[];
};

/**
 * Reads a table of prices and sets it against the registry; nothing is written.
 *
 * @param table - Pasted text, or the bytes of a file.
 * @param from - First day of the lines that do not say theirs.
 */
export async function checkPriceTable(
  operationId: AuthorizedOperationId,
  table: string | Uint8Array,
  { from, source }: { readonly from: CivilDate; readonly source: string },
): Promise<CheckedPriceTable> {
  const { lines, problems } = readPriceTable(typeof table === "string" ? table : decodeText(table), from);
  const known = new Set((await listMeteringPoints(operationId)).map(({ prm }) => prm));
  const unknown = [...new Set(lines.map(({ prm }) => prm))].filter((prm) => !known.has(prm));
  const listed = (severity: "error" | "warning") =>
    problems.listed.filter((problem) => problem.severity === severity).map(({ message }) => message);
  const count = new Set(lines.map(({ prm }) => prm)).size;
  return {
    prices: lines.flatMap(({ prm, from: day, supply, contract }): NewPrice[] => [
      ...(supply ? [{ kind: "supply" as const, from: day, prm, values: supply, source }] : []),
      ...(contract ? [{ kind: "contract" as const, from: day, prm, values: contract, source }] : []),
    ]),
    errors: [
      ...listed("error"),
      ...unknown.map((prm) => `Le PRM ${prm} n’est pas dans l’opération.`),
      ...(lines.length === 0 && problems.errorCount === 0 ? ["Aucune ligne ne dit le prix d’un PRM."] : []),
    ],
    remarks: [
      `Les prix de ${formatCount(count, "PRM sont enregistrés", "PRM sont enregistrés")}, et les montants recalculés.`,
      ...listed("warning"),
    ],
  };
}
