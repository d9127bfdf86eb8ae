import "server-only";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { describeUnusualDuration } from "@/lib/format/describe-tariff";
import { formatCount } from "@/lib/format/format-number";
import { decodeText } from "@/lib/formats/decode-text";
import { readTariffTable } from "@/lib/formats/tariff-schedules/read-tariff-table";
import type { TariffLine } from "@/lib/formats/tariff-schedules/tariff-table";
import { listTariffLines } from "./list-tariff-lines";

export type CheckedTariffTable = {
  readonly lines: readonly TariffLine[];
  /** What was not understood, in French; empty: the table can be kept. */
  readonly errors: readonly string[];
  /** What it does and what is unusual in it, to agree to. */
  readonly remarks: readonly string[];
};

/**
 * Reads a table of off-peak hours and sets it against the registry; nothing is written.
 *
 * @param table - Pasted text, or the bytes of a file.
 * @param defaultFrom - First day of the lines that do not say theirs.
 */
export async function checkTariffTable(
  operationId: AuthorizedOperationId,
  table: string | Uint8Array,
  defaultFrom: CivilDate,
): Promise<CheckedTariffTable> {
  const text = typeof table === "string" ? table : decodeText(table);
  const { lines, problems } = readTariffTable(text, defaultFrom);
  const known = new Map((await listTariffLines(operationId)).map(({ prm, name }) => [prm, name]));
  const unknown = [...new Set(lines.map(({ prm }) => prm))].filter((prm) => !known.has(prm));
  const listed = (severity: "error" | "warning") =>
    problems.listed.filter((problem) => problem.severity === severity).map(({ message }) => message);
  const count = new Set(lines.map(({ prm }) => prm)).size;
  return {
    lines,
    errors: [
      ...listed("error"),
      ...unknown.map((prm) => `Le PRM ${prm} n’est pas dans l’opération.`),
      ...(lines.length === 0 && problems.errorCount === 0 ? ["Aucune ligne ne dit le tarif d’un PRM."] : []),
    ],
    remarks: [
      `Les heures creuses de ${formatCount(count, "PRM est enregistrée", "PRM sont enregistrées")}.`,
      ...listed("warning"),
      ...lines.flatMap((line) => {
        const duration = describeUnusualDuration(line);
        return duration ? [`${known.get(line.prm) ?? line.prm} : ${duration}.`] : [];
      }),
    ],
  };
}
