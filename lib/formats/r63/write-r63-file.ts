import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { addDays } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import type { StampConvention } from "@/lib/formats/curve/curve-reading";
import { listCurvePoints } from "@/lib/formats/curve/list-curve-points";

const MINUTE_MS = 60_000;

type R63Meter = {
  /** PRM. */
  readonly identifier: string;
  /** "end" for segments C5 and P4, "start" for the others. */
  readonly stampConvention: StampConvention;
  /** What the meter measures, at least one: a producer may withdraw too. */
  readonly curves: readonly {
    readonly quantity: "withdrawal" | "injection";
    /** Whole Paris days, at least one; several stretches where the step changes. [Wh per step] */
    readonly series: readonly EnergySeries[];
  }[];
};

/**
 * Writes the load curves of meters as an R63 file of SGE, which `readR63File` reads back.
 *
 * Whole watts, as texts; a missing value is an empty one. Stamps are local and
 * without offset, as SGE's: October's repeated hour follows from the order.
 *
 * @returns JSON.
 */
export function writeR63File(meters: readonly R63Meter[]): string {
  return JSON.stringify({ header: { codeFlux: "R63", format: "JSON" }, mesures: meters.map(writeMeter) });
}

function writeMeter({ identifier, stampConvention, curves }: R63Meter) {
  return {
    idPrm: identifier,
    periode: writePeriod(curves.flatMap(({ series }) => series)),
    etapeMetier: "BRUT",
    grandeur: curves.map(({ quantity, series }) => ({
      grandeurMetier: quantity === "withdrawal" ? "CONS" : "PROD",
      grandeurPhysique: "PA",
      unite: "W",
      points: Array.from(listCurvePoints(series, stampConvention), ({ watts, clock, stepMinutes }) => ({
        v: watts,
        d: clock.replace("T", " "),
        p: `PT${stepMinutes}M`,
        n: "B",
      })),
    })),
  };
}

function writePeriod(series: readonly EnergySeries[]) {
  const starts = series.map(({ axis }) => axis.startMs);
  const ends = series.map(({ axis }) => axis.startMs + axis.length * axis.stepMinutes * MINUTE_MS);
  return {
    dateDebut: parisCivilDate(Math.min(...starts)),
    dateFin: addDays(parisCivilDate(Math.max(...ends)), -1),
  };
}
