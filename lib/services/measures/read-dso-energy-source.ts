import type { MeteringPointSheet } from "@/lib/data/metering-points";
import { classifyMeasureIdentifier } from "@/lib/domain/identifiers/classify-measure-identifier";
import type { PublishedFigure } from "@/lib/domain/measures/published-figure";
import { roleOfQuantity } from "@/lib/domain/perimeter/role-of-quantity";
import { daysOfDocument } from "@/lib/domain/time/days-of-document";
import type { Period } from "@/lib/domain/time/period";
import {
  type DefinitiveEnergy,
  type DefinitiveEnergyReading,
  readDefinitiveEnergy,
} from "@/lib/formats/dso-api/read-definitive-energy";
import type { FileProblem } from "@/lib/formats/file-problem";
import { quote } from "@/lib/formats/quote";
import { askPeriod } from "./ask-period";
import { concludeFigures } from "./conclude-figures";
import { identifyOwner, identifyPoint } from "./identify-point";
import type { ImportContext } from "./import-context";
import * as messages from "./import-messages";
import type { FileSource } from "./list-sources";
import { partWithout, type ReadPart } from "./source-report";

const KIND = { kind: "dso_energy" } as const;

/** Reads an answer of the DSO's interface: energies of one metering point, of several quantities. */
export function readDsoEnergySource(source: FileSource, context: ImportContext): ReadPart {
  const reading = readDefinitiveEnergy(source.bytes);
  const { identifier, energies, problems } = reading;
  if (problems.errorCount > 0) {
    const { errorCount, warningCount } = problems;
    return partWithout(source, "refused", problems.listed, { ...KIND, errorCount, warningCount });
  }
  const owner =
    identifier === null
      ? identifyOwner(source, messages.unnamedFile(source.name), context)
      : identifyPoint(classifyMeasureIdentifier(identifier), source.name, context);
  const days = findDays(source, reading, context);
  if (owner.kind !== "point") return partWithout(source, owner.kind, [owner.problem], KIND);
  const { point } = owner;
  const wrong = energies.find(({ quantity }) => !hasRole(point, roleOfQuantity(quantity)));
  if (wrong) {
    return partWithout(source, "refused", [messages.wrongRole(point, roleOfQuantity(wrong.quantity), null)], KIND);
  }
  if ("problem" in days) return partWithout(source, "question", [days.problem], KIND);
  const { period } = days;
  const { kept, told } = keepOneCalendar(energies);
  const figures = kept.flatMap(({ quantity, label: tariffPeriod, energyWh }): PublishedFigure[] =>
    energyWh === null
      ? []
      : [
          {
            kind: "energy",
            meteringPointId: point.id,
            quantity,
            period,
            tariffPeriod,
            source: "energy_file",
            energyWh,
          },
        ],
  );
  const empty = figures.length === 0 ? [messages.noEnergy(source.name)] : [];
  const warnings = [...owner.warnings, ...told, ...empty];
  return concludeFigures(source, { ...KIND, prm: point.prm, period, figures, problems, told: warnings });
}

function findDays(
  source: FileSource,
  { from, end }: DefinitiveEnergyReading,
  context: ImportContext,
): { readonly period: Period } | { readonly problem: FileProblem } {
  const isDated = from !== null && end !== null;
  const said = isDated && context.calendar ? daysOfDocument({ from, end }, context.calendar) : null;
  const question = isDated ? messages.isEndCounted(source.name, from, end) : undefined;
  const period = said ?? askPeriod(source, context, question);
  return period ? { period } : { problem: messages.undatedDocument(source.name) };
}

function hasRole({ attachments }: MeteringPointSheet, role: string): boolean {
  return attachments.some((attached) => attached.role === role);
}

// Two calendars cut the same energy twice: kept side by side under one label they would contradict each other.
function keepOneCalendar(energies: readonly DefinitiveEnergy[]) {
  const first = new Map(energies.toReversed().map(({ quantity, calendar }) => [quantity, calendar]));
  const kept = energies.filter(({ quantity, calendar }) => first.get(quantity) === calendar);
  const others = new Set(energies.filter((energy) => !kept.includes(energy)).map(({ calendar }) => calendar));
  const told =
    others.size === 0 ? [] : [messages.otherCalendars([...new Set(first.values())].map(quote), [...others].map(quote))];
  return { kept, told };
}
