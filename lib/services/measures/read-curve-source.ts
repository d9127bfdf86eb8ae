import { hash } from "node:crypto";
import type { CurveFileIdentity } from "@/lib/data/measure-import-writing";
import { classifyMeasureIdentifier } from "@/lib/domain/identifiers/classify-measure-identifier";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { addDays } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { MeasureFileName } from "@/lib/formats/annex-6/measure-file-name";
import { readLoadCurveFile } from "@/lib/formats/annex-6/read-load-curve-file";
import type { CurveReading, StampConvention } from "@/lib/formats/curve/curve-reading";
import type { FileProblem } from "@/lib/formats/file-problem";
import { readR63File } from "@/lib/formats/r63/read-r63-file";
import { readSgeHistoryFile } from "@/lib/formats/sge/read-sge-history-file";
import { type CurveClaim, type IdentifiedCurve, identifyCurve, tellOutOfPerimeter } from "./identify-curve";
import type { ImportContext } from "./import-context";
import type { FileSource } from "./list-sources";
import { alreadyImported, partWithout, type ReadPart, sourceReport, type WasImported } from "./source-report";

const MINUTE_MS = 60_000;
const STAMP_DOUBT = "STAMP_DOUBT";

export type CurveKind = "load_curve" | "sge_history" | "r63";

/**
 * Reads a file that holds curves: one, or as many as an R63 has meters and quantities.
 *
 * @param wasImported - Asked before a curve is read whose name says what it is about.
 */
export function readCurveSource(
  source: FileSource,
  { kind, name }: { readonly kind: CurveKind; readonly name: MeasureFileName | null },
  context: ImportContext,
  wasImported: WasImported,
): readonly ReadPart[] {
  const reader = new CurveSourceReader(source, kind, context, wasImported);
  if (kind === "load_curve") return [reader.readLoadCurve(name)];
  if (kind === "sge_history") return [reader.readSgeHistory()];
  return reader.readR63();
}

class CurveSourceReader {
  readonly #source: FileSource;
  readonly #kind: CurveKind;
  readonly #context: ImportContext;
  readonly #wasImported: WasImported;
  #sha256: string | undefined;

  constructor(source: FileSource, kind: CurveKind, context: ImportContext, wasImported: WasImported) {
    this.#source = source;
    this.#kind = kind;
    this.#context = context;
    this.#wasImported = wasImported;
  }

  readLoadCurve(name: MeasureFileName | null): ReadPart {
    const { key, name: file, bytes } = this.#source;
    const identifier = name?.identifier ?? null;
    const claim = { key, file, identifier, quantity: name?.quantity ?? null, typeToken: name?.typeToken ?? null };
    const identified = identifyCurve(claim, this.#context);
    if (identified.kind !== "curve") return this.#without(identified);
    if (name) {
      const { point, quantity } = identified;
      const at = this.#wasImported(this.#identify(point.prm, quantity, name.period, null));
      if (at) return alreadyImported(this.#source, { kind: this.#kind, prm: point.prm, quantity }, at);
    }
    return this.#conclude(identified, readLoadCurveFile(bytes, name?.period ?? null), name?.period ?? null);
  }

  readSgeHistory(): ReadPart {
    const { key, name: file, bytes } = this.#source;
    return this.#readStamped(key, file, (stampConvention) =>
      readSgeHistoryFile(bytes, stampConvention ? { stampConvention } : {}),
    );
  }

  readR63(): readonly ReadPart[] {
    const { key, name: file, bytes } = this.#source;
    const keyOf = (identifier: string) => `${key}#${identifier}`;
    const stampConventionOf = (identifier: string) => this.#peekStamps(keyOf(identifier), file);
    const { curves, problems } = readR63File(bytes, { stampConventionOf });
    const parts = curves.map((curve) => {
      const curveKey = keyOf(curve.identifier ?? "");
      return this.#takeStamped(curve, curveKey, `${file}, PRM ${curve.identifier ?? ""}`);
    });
    const { listed, errorCount, warningCount } = problems;
    const [first, ...others] = parts;
    if (first && errorCount === 0) return [withWarnings(first, listed, warningCount), ...others];
    return [partWithout(this.#source, "refused", listed, { kind: this.#kind, errorCount, warningCount }), ...parts];
  }

  #readStamped(key: string, file: string, read: (convention: StampConvention | null) => CurveReading): ReadPart {
    return this.#takeStamped(read(this.#peekStamps(key, file)), key, file);
  }

  #takeStamped(reading: CurveReading, key: string, file: string): ReadPart {
    const stamps = this.#stampsQuestion(key, file);
    const said = this.#context.peek(stamps) as StampConvention | null;
    const isDoubtful = reading.problems.listed.some(({ code }) => code === STAMP_DOUBT);
    if (said !== null || isDoubtful) this.#context.ask(stamps);
    const identifier = reading.identifier === null ? null : classifyMeasureIdentifier(reading.identifier);
    if (!identifier || identifier.kind === "operation") {
      const { listed, errorCount, warningCount } = reading.problems;
      return partWithout(this.#source, "refused", listed, { kind: this.#kind, errorCount, warningCount });
    }
    const claim: CurveClaim = { key, file, identifier, quantity: reading.quantity, typeToken: null };
    const identified = identifyCurve(claim, this.#context);
    if (identified.kind !== "curve") return this.#without(identified);
    return this.#conclude(identified, isDoubtful ? withOpenDoubt(reading) : reading, periodOf(reading), said);
  }

  #conclude(
    { point, quantity, warnings }: Extract<IdentifiedCurve, { kind: "curve" }>,
    { series, problems }: CurveReading,
    named: Period | null,
    said: StampConvention | null = null,
  ): ReadPart {
    const period = named ?? periodOf({ series });
    const more = [...warnings, ...(period ? tellOutOfPerimeter(point, quantity, period) : [])];
    const listed = [...more, ...problems.listed];
    const counts = {
      kind: this.#kind,
      prm: point.prm,
      quantity,
      errorCount: problems.errorCount,
      warningCount: problems.warningCount + more.length,
      firstDay: period?.from ?? null,
      lastDay: period && addDays(period.toExclusive, -1),
      stepMinutes: series.length === 1 ? (series[0]?.axis.stepMinutes ?? null) : null,
      valueCount: series.reduce((sum, { energyWh }) => sum + energyWh.length, 0),
      missingCount: series.reduce((sum, { energyWh }) => sum + sumEnergy(energyWh).missingCount, 0),
    };
    if (!period || series.length === 0 || problems.errorCount > 0) {
      const isOpen = problems.errorCount === 1 && problems.listed.some(isOpenDoubt);
      return partWithout(this.#source, isOpen ? "question" : "refused", listed, counts);
    }
    const identity = this.#identify(point.prm, quantity, period, said);
    const curve = { meteringPointId: point.id, prm: point.prm, quantity, period, series, identity };
    return { report: sourceReport(this.#source, "imported", listed, counts), curve, figures: [] };
  }

  #without({ kind, problem }: Exclude<IdentifiedCurve, { kind: "curve" }>): ReadPart {
    return partWithout(this.#source, kind, [problem], { kind: this.#kind });
  }

  // Read otherwise, the same bytes are another curve.
  #identify(prm: string, quantity: string, period: Period, said: StampConvention | null): CurveFileIdentity {
    const subject = curveSubject(prm, quantity, period) + (said ? `_${said}` : "");
    this.#sha256 ??= hash("sha256", this.#source.bytes, "hex"); // an R63 holds many curves
    return { subject, sha256: this.#sha256 };
  }

  #peekStamps(key: string, file: string): StampConvention | null {
    return this.#context.peek(this.#stampsQuestion(key, file)) as StampConvention | null;
  }

  #stampsQuestion(key: string, file: string) {
    const message = `Les horodates de « ${file} » marquent-elles le début ou la fin de chaque pas ?`;
    return { id: `stamps:${key}`, kind: "stamps", subject: file, file: this.#source.name, message } as const;
  }
}

/** What a curve file is about, as one text: the same for two files that should supersede each other. */
export function curveSubject(prm: string, quantity: string, { from, toExclusive }: Period): string {
  return `${prm}_${from}_${toExclusive}_${quantity}`;
}

// What is said of the file as a whole stands with its first curve.
function withWarnings(part: ReadPart, listed: readonly FileProblem[], warningCount: number): ReadPart {
  const { report } = part;
  const problems = [...listed, ...report.problems];
  return { ...part, report: { ...report, problems, warningCount: report.warningCount + warningCount } };
}

// A wrong guess shifts the whole curve by a step, and is hardly seen afterwards.
function withOpenDoubt(reading: CurveReading): CurveReading {
  const { listed, errorCount, warningCount } = reading.problems;
  const told = listed.map(
    (problem): FileProblem => (problem.code === STAMP_DOUBT ? { ...problem, severity: "error" } : problem),
  );
  return { ...reading, problems: { listed: told, errorCount: errorCount + 1, warningCount: warningCount - 1 } };
}

function isOpenDoubt({ code, severity }: FileProblem): boolean {
  return code === STAMP_DOUBT && severity === "error";
}

function periodOf({ series }: Pick<CurveReading, "series">): Period | null {
  const [first, last] = [series[0]?.axis, series.at(-1)?.axis];
  if (!(first && last)) return null;
  const endMs = last.startMs + last.length * last.stepMinutes * MINUTE_MS;
  return { from: parisCivilDate(first.startMs), toExclusive: parisCivilDate(endMs) };
}
