import { hash } from "node:crypto";
import { encodeFloat64 } from "@/lib/data/codecs";
import { type CurveDayVersion, curveDayKey, type NewCurveDay } from "@/lib/data/load-curve-days";
import type { CurveFileIdentity } from "@/lib/data/measure-import-writing";
import type { ImportedFileReport, ReportedProblem } from "@/lib/domain/measures/import-report";
import type { ParisDaySeries } from "@/lib/domain/series/paris-day-series";
import { splitIntoParisDays } from "@/lib/domain/series/split-into-paris-days";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { typesetFrench } from "@/lib/formats/typeset-french";
import type { ImportContext } from "./import-context";
import type { Source } from "./list-sources";
import { type ReadCurve, readSource } from "./read-source";

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
  readonly #versions: ReadonlyMap<string, CurveDayVersion>;
  readonly #comparedPoints: ReadonlySet<string>;
  readonly #wasImported: (identity: CurveFileIdentity) => Date | undefined;
  /** Digest of each day met so far, by curve-day key. */
  readonly #met = new Map<string, string>();
  #hasError = false;

  /**
   * @param versions - What is already there, by curve-day key.
   * @param pointsInSeveralFiles - Metering points about which the import has more than one file.
   */
  constructor(
    context: ImportContext,
    versions: ReadonlyMap<string, CurveDayVersion>,
    pointsInSeveralFiles: ReadonlySet<string>,
    wasImported: (identity: CurveFileIdentity) => Date | undefined,
  ) {
    this.#context = context;
    this.#versions = versions;
    const knownPoints = [...versions.values()].map(({ meteringPointId }) => meteringPointId);
    this.#comparedPoints = new Set([...pointsInSeveralFiles, ...knownPoints]);
    this.#wasImported = wasImported;
  }

  /** The days to write, file after file; none after the first error, but every file is read. */
  *readDays(sources: Iterable<Source>, onFile: (filesDone: number) => void): Generator<NewCurveDay> {
    for (const source of sources) {
      const { report, curve } = readSource(source, this.#context, this.#wasImported);
      if (curve) this.identities.push(curve.identity);
      const comparison = this.#compare(curve);
      this.#conclude(report, comparison);
      if (!this.#hasError) yield* comparison.days;
      onFile(this.files.length);
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

    const current = this.#versions.get(key);
    const isKnown = current?.digest === digest && current.stepMinutes === day.stepMinutes;
    if (isKnown || earlier !== undefined) comparison.unchangedDayCount += 1;
    else addDay(curve, day, current, comparison);
  }

  #conclude(report: ImportedFileReport, comparison: Comparison): void {
    const { contradicted, lostValueCount, newDayCount, correctedDayCount, unchangedDayCount } = comparison;
    const problems: ReportedProblem[] = [...report.problems];
    if (contradicted.length > 0) problems.push(givenTwice(contradicted));
    if (lostValueCount > 0) problems.push(fewerValues(lostValueCount));
    const isUnchanged = report.outcome === "imported" && comparison.days.length === 0;
    const errorCount = report.errorCount + (contradicted.length > 0 ? 1 : 0);
    this.files.push({
      ...report,
      outcome: contradicted.length > 0 ? "refused" : isUnchanged ? "unchanged" : report.outcome,
      newDayCount,
      correctedDayCount,
      unchangedDayCount,
      problems: problems.map((problem) => ({ ...problem, message: typesetFrench(problem.message) })),
      errorCount,
      warningCount: report.warningCount + (lostValueCount > 0 ? 1 : 0),
    });
    this.#hasError ||= errorCount > 0;
  }
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

function givenTwice(days: readonly CivilDate[]): ReportedProblem {
  const first = days[0]?.split("-").reverse().join("/");
  const when = days.length === 1 ? `le ${first}` : `${days.length} jours à partir du ${first}`;
  const message = `Un autre fichier de l’envoi donne d’autres valeurs pour le même PRM (${when}). Gardez un seul des deux.`;
  return { severity: "error", code: "DAY_GIVEN_TWICE", message };
}

function fewerValues(count: number): ReportedProblem {
  const what = count === 1 ? "Une valeur connue jusqu’ici manque" : `${count} valeurs connues jusqu’ici manquent`;
  const message = `${what} dans ce fichier plus récent. Il remplace l’ancien, qui reste dans l’historique.`;
  return { severity: "warning", code: "FEWER_VALUES", message };
}
