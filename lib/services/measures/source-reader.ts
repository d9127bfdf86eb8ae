import { hash } from "node:crypto";
import { encodeFloat64 } from "@/lib/data/codecs";
import { type CurveDayVersion, curveDayKey, type NewCurveDay } from "@/lib/data/load-curve-days";
import type { CurveFileIdentity } from "@/lib/data/measure-import-writing";
import type { NewFigure } from "@/lib/data/published-figures";
import type { ImportedFileReport, ReportedProblem } from "@/lib/domain/measures/import-report";
import type { ParisDaySeries } from "@/lib/domain/series/paris-day-series";
import { splitIntoParisDays } from "@/lib/domain/series/split-into-paris-days";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { typesetFrench } from "@/lib/formats/typeset-french";
import type { FigureLedger } from "./figure-ledger";
import type { ImportContext } from "./import-context";
import * as messages from "./import-messages";
import type { Source } from "./list-sources";
import { readCurves } from "./read-source";
import { alreadyImported, type ReadCurve, type ReadPart, type WasImported } from "./source-report";

/** What is known before the first file is read. */
export type Expected = {
  /** What is already there, by curve-day key. */
  readonly versions: ReadonlyMap<string, CurveDayVersion>;
  /** Metering points about which the import has more than one curve. */
  readonly repeatedPoints: ReadonlySet<string>;
  /** What files gave that are read already, by their key. */
  readonly read: ReadonlyMap<string, readonly ReadPart[]>;
  /** The figures that are already there. */
  readonly figures: FigureLedger;
  readonly wasImported: WasImported;
};

/** What the days of one file are worth against what is already there. */
type Comparison = {
  readonly days: NewCurveDay[];
  newDayCount: number;
  correctedDayCount: number;
  unchangedDayCount: number;
  /** Days another file of the same import gives with other values. */
  readonly contradicted: CivilDate[];
  /** Values known so far that the new version lacks. */
  lostValueCount: number;
};

/** Reads the files of one import and says which of their days are to be written. */
export class SourceReader {
  readonly files: ImportedFileReport[] = [];
  readonly identities: CurveFileIdentity[] = [];
  readonly #context: ImportContext;
  readonly #expected: Expected;
  readonly #comparedPoints: ReadonlySet<string>;
  #sourcesDone = 0;
  /** Digest of each day met so far, by curve-day key. */
  readonly #met = new Map<string, string>();
  #hasError = false;

  constructor(context: ImportContext, expected: Expected) {
    this.#context = context;
    this.#expected = expected;
    const knownPoints = [...expected.versions.values()].map(({ meteringPointId }) => meteringPointId);
    this.#comparedPoints = new Set([...expected.repeatedPoints, ...knownPoints]);
  }

  /** The figures to write; empty after an error. */
  get figures(): readonly NewFigure[] {
    return this.#hasError ? [] : this.#expected.figures.listNew();
  }

  /** The days to write, file after file; none after the first error, but every file is read. */
  *readDays(sources: Iterable<Source>, onFile: (filesDone: number) => void): Generator<NewCurveDay> {
    const { read, wasImported } = this.#expected;
    for (const source of sources) {
      const parts = read.get(source.key) ?? readCurves(source, this.#context, wasImported);
      for (const part of parts.map((each) => unlessImported(source, each, wasImported))) {
        if (part.curve) this.identities.push(part.curve.identity);
        const comparison = this.#compare(part.curve);
        this.#conclude(part, comparison);
        if (!this.#hasError) yield* comparison.days;
      }
      this.#sourcesDone += 1;
      onFile(this.#sourcesDone);
    }
  }

  #compare(curve: ReadCurve | null): Comparison {
    const comparison: Comparison = {
      days: [],
      newDayCount: 0,
      correctedDayCount: 0,
      unchangedDayCount: 0,
      contradicted: [],
      lostValueCount: 0,
    };
    if (!curve) return comparison;
    // A first file has nothing to be compared with: no key, no digest for each of its days.
    const isCompared = this.#comparedPoints.has(curve.meteringPointId);
    for (const day of curve.series.flatMap(splitIntoParisDays)) {
      if (isCompared) this.#compareDay(curve, day, comparison);
      else addDay(curve, day, undefined, comparison);
    }
    return comparison;
  }

  #compareDay(curve: ReadCurve, day: ParisDaySeries, comparison: Comparison): void {
    const { meteringPointId, quantity } = curve;
    const key = curveDayKey(meteringPointId, quantity, day.day);
    const digest = hash("md5", encodeFloat64(day.energyWh), "hex");
    const earlier = this.#met.get(key);
    this.#met.set(key, digest);
    if (earlier !== undefined && earlier !== digest) comparison.contradicted.push(day.day);

    const current = this.#expected.versions.get(key);
    const isKnown = current?.digest === digest && current.stepMinutes === day.stepMinutes;
    if (isKnown || earlier !== undefined) comparison.unchangedDayCount += 1;
    else addDay(curve, day, current, comparison);
  }

  #conclude({ report, figures }: ReadPart, comparison: Comparison): void {
    const { contradicted, lostValueCount, newDayCount, correctedDayCount, unchangedDayCount } = comparison;
    const compared = this.#expected.figures.add(figures);
    const errors: ReportedProblem[] = [];
    if (contradicted.length > 0) errors.push(messages.dayGivenTwice(describeDays(contradicted)));
    if (compared.contradictedCount > 0) errors.push(messages.figureGivenTwice(compared.contradictedCount));
    const warnings = lostValueCount > 0 ? [messages.fewerValues(lostValueCount)] : [];
    const problems: ReportedProblem[] = [...report.problems, ...errors, ...warnings];
    const isSame = comparison.days.length + compared.newCount + compared.correctedCount === 0;
    const isUnchanged = report.outcome === "imported" && isSame;
    const errorCount = report.errorCount + errors.length;
    this.files.push({
      ...report,
      outcome: errors.length > 0 ? "refused" : isUnchanged ? "unchanged" : report.outcome,
      newDayCount,
      correctedDayCount,
      unchangedDayCount,
      newFigureCount: compared.newCount,
      correctedFigureCount: compared.correctedCount,
      problems: problems.map((problem) => ({ ...problem, message: typesetFrench(problem.message) })),
      errorCount,
      warningCount: report.warningCount + warnings.length,
    });
    this.#hasError ||= errorCount > 0;
  }
}

function unlessImported(source: Source, part: ReadPart, wasImported: WasImported): ReadPart {
  const at = part.curve && wasImported(part.curve.identity);
  const { kind, prm, quantity } = part.report;
  return at ? alreadyImported(source, { kind, prm, quantity }, at) : part;
}

function addDay(
  { meteringPointId, quantity }: ReadCurve,
  { day, stepMinutes, energyWh }: ParisDaySeries,
  current: CurveDayVersion | undefined,
  comparison: Comparison,
): void {
  const { knownWh, missingCount } = sumEnergy(energyWh);
  if (current) {
    comparison.correctedDayCount += 1;
    comparison.lostValueCount += Math.max(0, missingCount - current.missingCount);
  } else comparison.newDayCount += 1;
  const version = (current?.version ?? 0) + 1;
  comparison.days.push({
    meteringPointId,
    quantity,
    day,
    stepMinutes,
    energyWh,
    version,
    totalWh: knownWh,
    missingCount,
  });
}

function describeDays(days: readonly CivilDate[]): string {
  const first = days[0]?.split("-").reverse().join("/");
  return days.length === 1 ? `le ${first}` : `${days.length} jours à partir du ${first}`;
}
