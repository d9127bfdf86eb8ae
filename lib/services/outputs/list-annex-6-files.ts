import "server-only";
import { DomainError } from "@/lib/domain/errors";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import { powerToEnergyWh } from "@/lib/domain/series/power-to-energy-wh";
import { settlementRates } from "@/lib/domain/settlement/settlement-rates";
import { type ScheduledPeriod, TARIFF_PERIODS } from "@/lib/domain/tariffs/tariff-periods";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { writeSummaryWorkbook } from "@/lib/formats/annex-6/summary/write-summary-workbook";
import { writeEnergyFile } from "@/lib/formats/annex-6/write-energy-file";
import { writeLoadCurveFile } from "@/lib/formats/annex-6/write-load-curve-file";
import { writePerimeterFile } from "@/lib/formats/annex-6/write-perimeter-file";
import { writeProducerDetailFile } from "@/lib/formats/annex-6/write-producer-detail-file";
import type { StreamedFile } from "@/lib/formats/archive/stream-archive";
import type { OutputPowers, PointPowers } from "./read-output-powers";
import type { OutputPoint, OutputRun } from "./read-output-run";

const encoder = new TextEncoder();

/** Where the off-peak hours are not known: no period of the tariff, and read back as a label of its own. */
const UNKNOWN_PERIOD = "Non renseigné";

type Role = "producer" | "consumer";

type PartField = "energyWh" | "sharedWh" | "restWh";

/** What annexe 6 tells of a metering point: its energy, the part that was shared, the rest. */
const QUANTITIES: Readonly<Record<Role, readonly [EnergyQuantity, EnergyQuantity, EnergyQuantity]>> = {
  consumer: ["withdrawal", "self_consumed", "complement"],
  producer: ["injection", "self_produced", "surplus"],
};

/**
 * Everything the operator publishes of a period, from a run of ours: for the operation and each metering point the
 * curves in W and the energies in kWh, each producer's detail, the perimeter and the summary workbook.
 *
 * @param prm - Only the files of this metering point.
 * @see Convention Enedis-FOR-CF_01E, annexe 6.
 */
export async function* listAnnex6Files(
  output: OutputRun,
  powers: OutputPowers,
  prm: string | null,
): AsyncGenerator<StreamedFile> {
  const wanted = ({ prm: own }: OutputPoint) => prm === null || prm === own;
  if (prm === null) {
    yield* listOperationFiles(output, powers);
    yield toFile("", writePerimeterRows(output));
    const summary = await writeSummary(output);
    yield { path: summary.name, content: summary.bytes, isPacked: true };
  }
  for (const [index, point] of output.producers.entries()) {
    if (!wanted(point)) continue;
    yield* listPointFiles(output, powers, "producer", index);
    yield toFile("producteurs/", writeDetail(output, index));
  }
  for (const [index, point] of output.consumers.entries()) {
    if (wanted(point)) yield* listPointFiles(output, powers, "consumer", index);
  }
}

/** The surplus of each producer, or of one of them, as curve and energy: what its buyer is told (art. 5.2.2.5). */
export function* listSurplusFiles(
  output: OutputRun,
  powers: OutputPowers,
  prm: string | null,
): Generator<StreamedFile> {
  for (const [index, point] of output.producers.entries()) {
    if (prm !== null && prm !== point.prm) continue;
    const [, , files] = pointFiles(output, powers, "producer", index);
    yield* files ?? [];
  }
}

/** The summary in three sheets. */
export async function writeSummary(output: OutputRun) {
  const { run, totals, producers, consumers } = output;
  const accNumber = requireAccNumber(output);
  return writeSummaryWorkbook(
    {
      operation: { ...totals, ...settlementRates(run) },
      producers: producers.map(({ prm, energyWh, sharedWh, restWh }) => ({
        identifier: prm,
        injectionWh: energyWh,
        selfProducedWh: sharedWh,
        surplusWh: restWh,
      })),
      consumers: consumers.map(({ prm, energyWh, sharedWh, restWh, parts }) => ({
        identifier: prm,
        withdrawalWh: energyWh,
        selfConsumedWh: sharedWh,
        complementWh: restWh,
        byPeriod: parts.some(({ period }) => period !== null) ? parts.map(toPeriodEnergies) : [],
      })),
    },
    { accNumber, period: run.period },
  );
}

function toPeriodEnergies({ period, energyWh, sharedWh, restWh }: OutputPoint["parts"][number]) {
  const energies = { withdrawalWh: energyWh, selfConsumedWh: sharedWh, complementWh: restWh };
  return { label: period ?? UNKNOWN_PERIOD, tariffPeriod: period, ...energies };
}

/** Who takes part, from which day to which, up to the end of the period. */
export function writePerimeterRows({ run, sheets }: OutputRun) {
  const stays = sheets.flatMap(({ prm, attachments }) =>
    attachments
      .filter(({ from }) => from < run.period.toExclusive)
      .map(({ from, toExclusive }) => ({ identifier: prm, from, toExclusive })),
  );
  // A storage unit has two stays of the same days: the file has no role to tell them apart.
  const rows = new Map(stays.map((row) => [`${row.identifier}|${row.from}|${row.toExclusive}`, row]));
  return writePerimeterFile([...rows.values()]);
}

function writeDetail({ run, producers, consumers, pairsWh }: OutputRun, index: number) {
  return writeProducerDetailFile({
    producer: producers[index]?.prm ?? "",
    period: run.period,
    rows: consumers.map(({ prm }, column) => ({ prm, energyWh: pairsWh[index]?.[column] ?? null })),
  });
}

function* listOperationFiles(output: OutputRun, powers: OutputPowers): Generator<StreamedFile> {
  const { run, producers, consumers } = output;
  const identifier = requireAccNumber(output);
  const { axis, withdrawalW, productionW, selfConsumedW } = powers;
  const quantities: readonly (readonly [EnergyQuantity, () => Float64Array, readonly OutputPoint[], PartField])[] = [
    ["withdrawal", () => withdrawalW, consumers, "energyWh"],
    ["injection", () => productionW, producers, "energyWh"],
    ["self_consumed", () => selfConsumedW, consumers, "sharedWh"],
    ["surplus", () => subtract(productionW, selfConsumedW), producers, "restWh"],
    ["complement", () => subtract(withdrawalW, selfConsumedW), consumers, "restWh"],
  ];
  for (const [quantity, powersW, points, field] of quantities) {
    const energies = sumByTariffPeriod(points, field);
    yield* quantityFiles("operation/", { identifier, quantity, powersW, axis, energies, run });
  }
}

function* listPointFiles(output: OutputRun, powers: OutputPowers, role: Role, index: number): Generator<StreamedFile> {
  for (const files of pointFiles(output, powers, role, index)) yield* files;
}

/** For each quantity of a metering point, its files when they are asked for. */
function pointFiles(output: OutputRun, powers: OutputPowers, role: Role, index: number) {
  const [points, curves] =
    role === "producer" ? [output.producers, powers.producers] : [output.consumers, powers.consumers];
  const [point, { energyW, sharedW }] = [points[index] as OutputPoint, curves[index] as PointPowers];
  const parts = [
    [() => energyW, "energyWh"],
    [() => sharedW, "sharedWh"],
    [() => subtract(energyW, sharedW), "restWh"],
  ] as const;
  const folder = role === "producer" ? "producteurs/" : "consommateurs/";
  return QUANTITIES[role].map((quantity, part) => {
    const [powersW, field] = parts[part] as (typeof parts)[number];
    const energies = sumByTariffPeriod([point], field);
    const { axis } = powers;
    return quantityFiles(folder, { identifier: point.prm, quantity, powersW, axis, energies, run: output.run });
  });
}

type QuantityFiles = {
  readonly identifier: string;
  readonly quantity: EnergyQuantity;
  /** Asked for when the file is written. [W] */
  readonly powersW: () => Float64Array;
  readonly axis: TimeAxis;
  /** By tariff period. [Wh] */
  readonly energies: readonly { readonly label: string; readonly energyWh: number }[];
  readonly run: OutputRun["run"];
};

function* quantityFiles(folder: string, { identifier, quantity, powersW, axis, energies, run }: QuantityFiles) {
  const series = { axis, energyWh: powersW().map((watts) => powerToEnergyWh(watts, axis.stepMinutes)) };
  yield toFile(folder, writeLoadCurveFile({ identifier, quantity, series }));
  yield toFile(folder, writeEnergyFile({ identifier, quantity, period: run.period, rows: energies }));
}

/** The tariff periods of metering points put together, in their order; what has no period known comes last. */
function sumByTariffPeriod(points: readonly OutputPoint[], field: PartField) {
  const sums = new Map<ScheduledPeriod | null, number>();
  for (const part of points.flatMap(({ parts }) => parts)) {
    sums.set(part.period, (sums.get(part.period) ?? 0) + part[field]);
  }
  return [...TARIFF_PERIODS, null].flatMap((period) => {
    const energyWh = sums.get(period);
    return energyWh === undefined ? [] : [{ label: period ?? UNKNOWN_PERIOD, energyWh }];
  });
}

function toFile(folder: string, { name, text }: { readonly name: string; readonly text: string }): StreamedFile {
  return { path: folder + name, content: encoder.encode(text) };
}

function subtract(whole: Float64Array, part: Float64Array): Float64Array {
  return whole.map((value, step) => value - (part[step] as number));
}

/** The number that names the operator's files. */
export function requireAccNumber({ operation: { sheet } }: Pick<OutputRun, "operation">): string {
  if (sheet.accNumber !== null) return sheet.accNumber;
  throw new DomainError("NO_ACC_NUMBER", "the operator's files are named by the ACC number");
}
