import type { MeasureIdentifier } from "@/lib/domain/identifiers/classify-measure-identifier";
import type { PublishedFigure } from "@/lib/domain/measures/published-figure";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { MeasureFileName } from "@/lib/formats/annex-6/measure-file-name";
import type { ProducerDetailFileName } from "@/lib/formats/annex-6/producer-detail-file-name";
import { readEnergyFile } from "@/lib/formats/annex-6/read-energy-file";
import { readProducerDetailFile } from "@/lib/formats/annex-6/read-producer-detail-file";
import { readSummaryWorkbook } from "@/lib/formats/annex-6/summary/read-summary-workbook";
import type { SummaryFileName } from "@/lib/formats/annex-6/summary/summary-file-name";
import type { FileProblem } from "@/lib/formats/file-problem";
import { askPeriod } from "./ask-period";
import { concludeFigures } from "./conclude-figures";
import { type CurveClaim, identifyCurve } from "./identify-curve";
import { identifyOwner, identifyPoint } from "./identify-point";
import { identifyQuantity } from "./identify-quantity";
import type { ImportContext } from "./import-context";
import * as messages from "./import-messages";
import type { FileSource } from "./list-sources";
import { listSummaryFigures } from "./list-summary-figures";
import { partWithout, type ReadPart } from "./source-report";

/** Reads energies by tariff period: figures of a metering point, or of the whole operation. */
export function readEnergySource(source: FileSource, name: MeasureFileName | null, context: ImportContext): ReadPart {
  const { key, name: file } = source;
  const identifier = name?.identifier ?? null;
  const claim = { key, file, identifier, quantity: name?.quantity ?? null, typeToken: name?.typeToken ?? null };
  const whose = identifyEnergies(claim, context);
  const period = name?.period ?? askPeriod(source, context);
  if ("part" in whose) return partWithout(source, whose.part, [whose.problem], { kind: "energy" });
  if (!period) return partWithout(source, "question", [messages.unnamedPeriod(file)], { kind: "energy" });
  const { rows, problems } = readEnergyFile(source.bytes);
  const { meteringPointId, quantity, warnings: told, ...point } = whose;
  const figures = rows.flatMap(({ label, energyWh }): PublishedFigure[] =>
    energyWh === null
      ? []
      : [{ kind: "energy", meteringPointId, quantity, period, tariffPeriod: label, source: "energy_file", energyWh }],
  );
  return concludeFigures(source, { kind: "energy", ...point, quantity, period, figures, problems, told });
}

/** Reads what a producer gave each consumer. */
export function readProducerDetailSource(
  source: FileSource,
  name: ProducerDetailFileName | null,
  context: ImportContext,
): ReadPart {
  const kind = "producer_detail";
  const producer = name
    ? identifyPoint(name.producer, source.name, context)
    : identifyOwner(source, messages.unnamedFile(source.name), context);
  const period = name?.period ?? askPeriod(source, context);
  if (producer.kind !== "point") return partWithout(source, producer.kind, [producer.problem], { kind });
  const { point } = producer;
  if (!point.attachments.some(({ role }) => role === "producer")) {
    return partWithout(source, "refused", [messages.wrongRole(point, "producer", null)], { kind });
  }
  if (!period) return partWithout(source, "question", [messages.unnamedPeriod(source.name)], { kind });
  const { rows, problems } = readProducerDetailFile(source.bytes);
  const told: FileProblem[] = [...producer.warnings];
  const figures = rows.flatMap(({ consumer, energyWh }): PublishedFigure[] => {
    const found = identifyPoint(consumer, source.name, context);
    if (found.kind !== "point") {
      told.push(found.problem);
      return [];
    }
    if (energyWh === null) return [];
    return [{ kind: "share", producerId: point.id, consumerId: found.point.id, period, energyWh }];
  });
  const withoutZero = { ...problems, listed: problems.listed.filter(({ code }) => code !== "IDENTIFIER_UNKNOWN") };
  return concludeFigures(source, { kind, prm: point.prm, period, figures, problems: withoutZero, told });
}

/** Reads the summary of a settlement period: figures of the operation, its producers and its consumers. */
export async function readSummarySource(
  source: FileSource,
  name: SummaryFileName | null,
  context: ImportContext,
): Promise<ReadPart> {
  const { accNumber } = context;
  if (name && accNumber !== null && name.accNumber !== accNumber) {
    return partWithout(source, "refused", [messages.otherOperation(name.accNumber, accNumber)], { kind: "summary" });
  }
  const period = name?.period ?? askPeriod(source, context);
  const { summary, problems } = await readSummaryWorkbook(source.bytes);
  if (!period) return partWithout(source, "question", [messages.unnamedPeriod(source.name)], { kind: "summary" });
  const told: FileProblem[] = [];
  const find = (identifier: MeasureIdentifier): string | null => {
    const found = identifyPoint(identifier, source.name, context);
    if (found.kind === "point") return found.point.id;
    told.push(found.problem);
    return null;
  };
  const figures = summary ? listSummaryFigures(summary, period, find) : [];
  return concludeFigures(source, { kind: "summary", period, figures, problems, told });
}

type Whose =
  | {
      readonly meteringPointId: string | null;
      readonly prm?: string;
      readonly quantity: EnergyQuantity;
      readonly warnings: readonly FileProblem[];
    }
  | { readonly part: "question" | "refused" | "set_aside"; readonly problem: FileProblem };

function identifyEnergies(claim: CurveClaim, context: ImportContext): Whose {
  const { identifier } = claim;
  if (identifier?.kind !== "operation") {
    const found = identifyCurve(claim, context);
    if (found.kind !== "curve") return { part: found.kind, problem: found.problem };
    const { point, quantity, warnings } = found;
    return { meteringPointId: point.id, prm: point.prm, quantity, warnings };
  }
  const { accNumber } = context;
  if (accNumber !== null && identifier.accNumber !== accNumber) {
    return { part: "refused", problem: messages.otherOperation(identifier.accNumber, accNumber) };
  }
  const what = identifyQuantity(claim, "operation", context);
  if ("problem" in what) return { part: "question", problem: what.problem };
  return { meteringPointId: null, quantity: what.quantity, warnings: [] };
}
