import "server-only";
import { type DeliverySummary, findDelivery } from "@/lib/data/coefficient-deliveries";
import { type DeliveryDay, writeDeliveries } from "@/lib/data/coefficient-delivery-writing";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import type { OperationSheet } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import type { PpmByConsumer } from "@/lib/domain/coefficients/delivery";
import { parsePpmRow } from "@/lib/domain/coefficients/parse-ppm-row";
import { sumUnallocatedPpm } from "@/lib/domain/coefficients/sum-unallocated-ppm";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { settlementPeriodOf } from "@/lib/domain/time/settlement-period-of";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";
import { type PointNames, readPointNames } from "./read-point-names";

type Rows = Readonly<Record<string, readonly (number | null)[]>>;

/** Coefficients of a period by PRM, one for each step; null where there is none. [ppm] */
export type MonthCoefficients = { readonly periodFrom: CivilDate } & (
  | { readonly kind: "dynamic_simple"; readonly ppm: Rows }
  /** By producer, then by consumer. */
  | { readonly kind: "dynamic_full"; readonly ppm: Readonly<Record<string, Rows>> }
);

/**
 * Makes the draft of a period's coefficients what a machine says, to be sent through the interface; the one that is
 * there gives way to it.
 *
 * @throws {DomainError} UNKNOWN_PERIOD when no period starts that day; NOT_DYNAMIC when no key of this kind holds in it;
 *   UNKNOWN_METERING_POINT; COEFFICIENTS_MISMATCH, INVALID_COEFFICIENT and COEFFICIENTS_ABOVE_ONE with their place.
 */
export async function putMonthCoefficients(
  { id, sheet }: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  actor: Actor,
  month: MonthCoefficients,
): Promise<DeliverySummary> {
  const period = settlementPeriodOf(month.periodFrom, settlementCalendarOf(sheet));
  if (period?.from !== month.periodFrom) {
    throw new DomainError("UNKNOWN_PERIOD", "no period starts on this day", { details: { from: month.periodFrom } });
  }
  const [keys, names] = await Promise.all([listCoefficientKeys(id), readPointNames(id)]);
  const key = keys.findLast(
    ({ kind, from, toExclusive }) =>
      kind === month.kind && from < period.toExclusive && (toExclusive === null || toExclusive > period.from),
  );
  if (!key) throw new DomainError("NOT_DYNAMIC", "no key of this kind holds in the period");
  const axis = parisPeriodAxis(period.from, period.toExclusive, sheet.stepMinutes);
  const rows = readRows(month, axis, names);
  const deliveryId = await writeDeliveries(id, actor, (writing) =>
    writing.insertDraft({
      keyId: key.id,
      kind: month.kind,
      channel: "api",
      period,
      stepMinutes: sheet.stepMinutes,
      unitPpm: 1,
      rule: null,
      fileName: null,
      problems: [],
      days: listDays(rows, axis),
    }),
  );
  const delivery = await findDelivery(id, deliveryId);
  if (!delivery) throw new Error("the delivery was not stored");
  return delivery;
}

type ProducerRows = { readonly producerId?: string; readonly ppm: PpmByConsumer };

function readRows(month: MonthCoefficients, axis: TimeAxis, names: PointNames): readonly ProducerRows[] {
  if (month.kind === "dynamic_simple") return [{ ppm: readConsumers(month.ppm, axis, names, {}) }];
  return Object.entries(month.ppm).map(([producer, rows]) => ({
    producerId: names.idOf(producer, "producer"),
    ppm: readConsumers(rows, axis, names, { producer }),
  }));
}

function readConsumers(
  rows: Rows,
  { length }: TimeAxis,
  names: PointNames,
  place: Readonly<Record<string, string>>,
): PpmByConsumer {
  const entries = Object.entries(rows).map(
    ([consumer, values]) =>
      [names.idOf(consumer, "consumer"), parsePpmRow(values, length, { ...place, consumer })] as const,
  );
  assertSums(
    entries.map(([, ppm]) => ppm),
    length,
    place,
  );
  return new Map(entries);
}

function assertSums(rows: readonly Int32Array[], steps: number, place: Readonly<Record<string, string>>): void {
  const ppm = rows.map((row) => Uint32Array.from(row, (value) => Math.max(0, value)));
  try {
    sumUnallocatedPpm({ kind: "dynamic_simple", ppm }, { producers: 1, consumers: rows.length, steps });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, error.message, { cause: error, details: { ...error.details, ...place } });
  }
}

function* listDays(rows: readonly ProducerRows[], axis: TimeAxis): Generator<DeliveryDay> {
  for (const { ppm, ...producer } of rows) {
    for (const [consumerId, values] of ppm) {
      for (const { day, start, length } of listParisDays(axis)) {
        yield { ...producer, day, consumerId, ppm: values.slice(start, start + length) };
      }
    }
  }
}
