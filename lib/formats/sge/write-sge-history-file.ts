import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import type { StampConvention } from "@/lib/formats/curve/curve-reading";
import { listCurvePoints } from "@/lib/formats/curve/list-curve-points";
import { frenchDay } from "@/lib/formats/french-day";
import { SGE_HISTORY_HEADERS } from "./sge-history-header";

const MINUTE_MS = 60_000;

type SgeHistoryFile = {
  /** PRM. */
  readonly identifier: string;
  readonly quantity: "withdrawal" | "injection";
  /** Whole Paris days, at least one; several stretches where the step changes. [Wh per step] */
  readonly series: readonly EnergySeries[];
  /** "end" as SGE does up to 36 kVA, "start" above. */
  readonly stampConvention: StampConvention;
};

/**
 * Writes a load curve as SGE exports its history, which `readSgeHistoryFile` reads back.
 *
 * Whole watts; a missing value is an empty cell. The step is left empty, as SGE
 * does, and the last date is the day after the last one.
 *
 * @returns The text, beginning with a byte-order mark.
 */
export function writeSgeHistoryFile({ identifier, quantity, series, stampConvention }: SgeHistoryFile): string {
  const [first, last] = [series[0]?.axis, series.at(-1)?.axis];
  if (!(first && last)) throw new Error("an SGE history needs at least one day");
  const values = [
    identifier,
    "Courbe de charge",
    frenchDay(parisCivilDate(first.startMs)),
    frenchDay(parisCivilDate(last.startMs + last.length * last.stepMinutes * MINUTE_MS)),
    "Energie active",
    quantity === "withdrawal" ? "Consommation" : "Production",
    "Comptage Brut",
    "W",
    "",
  ];
  const lines = [SGE_HISTORY_HEADERS.join(";"), values.join(";"), "Horodate;Valeur"];
  for (const { clock, offset, watts } of listCurvePoints(series, stampConvention)) {
    lines.push(`${clock}${offset};${watts}`);
  }
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}
