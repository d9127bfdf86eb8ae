import "server-only";
import { listDeliveries } from "@/lib/data/coefficient-deliveries";
import { findKeyVersion } from "@/lib/data/coefficient-versions";
import { assertKeyRule } from "@/lib/domain/coefficients/assert-key-rule";
import { type DayHourMeans, dayHourMeans } from "@/lib/domain/coefficients/day-hour-means";
import type { KeyRule } from "@/lib/domain/coefficients/key-rule";
import type { KeyRuleJson, UnitPpm } from "@/lib/domain/coefficients/key-version";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { keyRuleSchema } from "@/lib/schemas/key-rule";
import { type NamedOperation, requireMonthPeriod } from "./find-month-period";
import { listMonthKeys, type MonthKey } from "./list-month-keys";
import { listPeriodConsumers, type PeriodConsumer } from "./list-period-consumers";
import { readMonthCoefficients } from "./read-month-coefficients";

/** PRM of what is looked at. */
export type ShownPoints = { readonly consumer?: string | undefined; readonly producer?: string | undefined };

export type MonthKeySheet = MonthKey & {
  readonly kind: "dynamic_simple" | "dynamic_full";
  readonly consumers: readonly (PeriodConsumer & {
    /** Over the steps that have one; null where none has. [ppm] */
    readonly meanPpm: number | null;
  })[];
  /** How it was made last, or is proposed to be. */
  readonly rule: Exclude<KeyRule, { readonly kind: "file" }>;
  readonly unitPpm: UnitPpm;
  /** Null while nothing was made. */
  readonly made: {
    readonly steps: number;
    readonly missingCount: number;
    readonly isOtherPerimeter: boolean;
    /** Full dynamic only. */
    readonly producers: readonly PeriodConsumer[];
    /** Full dynamic only: whose coefficients are shown. */
    readonly producer: PeriodConsumer | null;
    /** The consumer looked at, hour by hour. */
    readonly shown: { readonly consumer: PeriodConsumer; readonly days: readonly DayHourMeans[] } | null;
  } | null;
};

/**
 * The key of one month: what was made of it, and how it may be made.
 *
 * @param shown - PRM of the consumer to show, and of the producer when full dynamic; another text shows the first one.
 * @param day - Today.
 * @throws {DomainError} as `requireMonthPeriod` does.
 */
export async function readMonthKey(
  operation: NamedOperation,
  from: CivilDate,
  shown: ShownPoints,
  day: CivilDate,
): Promise<MonthKeySheet> {
  const { key } = await requireMonthPeriod(operation, from, day);
  const [months, version] = await Promise.all([listMonthKeys(operation, day), findKeyVersion(operation.id, key.id)]);
  const month = months.find((each) => each.period.from === from);
  if (!month) throw new DomainError("UNKNOWN_PERIOD", "no closed period starts on this day");
  const latest = (await listDeliveries(operation.id)).find(({ rule }) => readRule(rule) !== null);
  const proposed = readRule(month.delivery?.rule ?? null) ?? readRule(version.rule) ?? readRule(latest?.rule ?? null);
  return {
    ...month,
    rule: proposed ?? { kind: "pro_rata" },
    unitPpm: month.delivery?.unitPpm ?? version.unitPpm,
    kind: key.kind,
    ...(await readMade(operation, month, shown)),
  };
}

async function readMade(
  { id }: NamedOperation,
  { period, delivery }: MonthKey,
  { consumer: prm, producer: producerPrm }: ShownPoints,
): Promise<Pick<MonthKeySheet, "made" | "consumers">> {
  if (!delivery) {
    const consumers = await listPeriodConsumers(id, period);
    return { made: null, consumers: consumers.map((each) => ({ ...each, meanPpm: null })) };
  }
  const month = await readMonthCoefficients(id, delivery, producerPrm);
  const { axis, consumers, producers, producer, made, missingCount, isOtherPerimeter } = month;
  const chosen = Math.max(
    0,
    consumers.findIndex((each) => each.prm === prm),
  );
  const [consumer, row] = [consumers[chosen], made.ppm[chosen]];
  const known = axis.length - made.missingCount;
  return {
    consumers: consumers.map((each, j) => ({
      ...each,
      meanPpm: known === 0 ? null : (made.ppm[j] ?? new Uint32Array()).reduce((sum, value) => sum + value, 0) / known,
    })),
    made: {
      steps: axis.length,
      missingCount,
      producers,
      producer,
      isOtherPerimeter,
      shown: consumer && row ? { consumer, days: dayHourMeans(axis, row, made.missingSteps) } : null,
    },
  };
}

// A rule kept by an earlier version of the program, or of a file, proposes nothing.
function readRule(kept: KeyRuleJson | null): MonthKeySheet["rule"] | null {
  const parsed = keyRuleSchema.safeParse(kept);
  if (!parsed.success) return null;
  try {
    assertKeyRule(parsed.data);
    return parsed.data;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
