import { parisOffsetMs } from "@/lib/domain/time/paris-offset-ms";
import type { CurveSheet } from "./curve-sheet";
import { STATE_LABELS } from "./state-labels";

const HOUR_MS = 3_600_000;

/** The header and lines of a flat file of curves: the clock of Paris, its offset, then each curve's energy and origin. */
export function curveTable({ startsMs, columns }: CurveSheet): {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
} {
  return {
    header: [
      "Début (heure de Paris)",
      "Décalage",
      ...columns.flatMap(({ label }) => [`${label} (kWh)`, `${label}, origine`]),
    ],
    rows: Array.from(startsMs, (startMs, line) => {
      const offsetMs = parisOffsetMs(startMs);
      const cells = columns.flatMap(({ energyWh, states }) => [
        (energyWh[line] as number) / 1000,
        STATE_LABELS[states[line] ?? "outside"],
      ]);
      return [frenchTime(startMs + offsetMs), `UTC+${offsetMs / HOUR_MS}`, ...cells];
    }),
  };
}

function frenchTime(localMs: number): string {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(new Date(localMs).toISOString()) ?? [];
  return `${day}/${month}/${year} ${time}`;
}
