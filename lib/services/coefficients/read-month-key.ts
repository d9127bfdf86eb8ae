import "server-only";
import { type DeliverySummary, listDeliveries } from "@/lib/data/coefficient-deliveries";
import { findKeyVersion } from "@/lib/data/coefficient-versions";
import { assertKeyRule } from "@/lib/domain/coefficients/assert-key-rule";
import { type DayHourMeans, dayHourMeans } from "@/lib/domain/coefficients/day-hour-means";
import type { MakingRule } from "@/lib/domain/coefficients/key-rule";
import type { KeyRuleJson, UnitPpm } from "@/lib/domain/coefficients/key-version";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { keyRuleSchema } from "@/lib/schemas/key-rule";
import { ruleByProducerSchema } from "@/lib/schemas/rule-by-producer";
import { type DynamicKey, type NamedOperation, requireMonthPeriod } from "./find-month-period";
import { listMonthKeys, type MonthKey } from "./list-month-keys";
import { listPeriodPoints, type PeriodPoint } from "./list-period-points";
import { countMissing, orderAsServed, readMonthCoefficients } from "./read-month-coefficients";

/** A producer and how its energy was shared last, or is proposed to be. */
export type ProducerMaking = PeriodPoint & { readonly rule: MakingRule };

export type MonthKeySheet = MonthKey & {
  readonly kind: DynamicKey["kind"];
  readonly consumers: readonly (PeriodPoint & {
    /** Of the producer looked at when full dynamic, over the steps that have one; null where none has. [ppm] */
    readonly meanPpm: number | null;
  })[];
  /** In the order in which a full dynamic key serves them. */
  readonly producers: readonly ProducerMaking[];
  /** How it was made last, or is proposed to be; full dynamic, each producer has its own. */
  readonly rule: MakingRule;
  readonly unitPpm: UnitPpm;
  readonly channel: DeliverySummary["channel"];
  /** Null while nothing was made. */
  readonly made: {
    readonly steps: number;
    /** Steps without a coefficient, of each producer when full dynamic. */
    readonly missingCount: number;
    readonly isOtherPerimeter: boolean;
    /** Full dynamic: in the order in which they were served; none when the key is the same for all. */
    readonly producers: readonly PeriodPoint[];
    /** Full dynamic: the one looked at. */
    readonly producer: PeriodPoint | null;
    /** The consumer looked at, hour by hour. */
    readonly shown: { readonly consumer: PeriodPoint; readonly days: readonly DayHourMeans[] } | null;
  } | null;
};

/** PRM of whom to show; another text shows the first one. */
export type LookedAt = { readonly consumer?: string | undefined; readonly producer?: string | undefined };

/**
 * The key of one month: what was made of it, and how it may be made.
 *
 * @param day - Today.
 * @throws {DomainError} as `requireMonthPeriod` does.
 */
export async function readMonthKey(
  operation: NamedOperation,
  from: CivilDate,
  lookedAt: LookedAt,
  day: CivilDate,
): Promise<MonthKeySheet> {
  const { key } = await requireMonthPeriod(operation, from, day);
  const [months, version, deliveries] = await Promise.all([
    listMonthKeys(operation, day),
    findKeyVersion(operation.id, key.id),
    listDeliveries(operation.id),
  ]);
  const month = months.find((each) => each.period.from === from);
  if (!month) throw new DomainError("UNKNOWN_PERIOD", "no closed period starts on this day");
  const latest = deliveries.find(({ source }) => source === "organiser");
  const kept = [month.delivery?.rule, version.rule, ...deliveries.map(({ rule }) => rule)].filter((rule) => !!rule);
  const rule = firstRule(kept) ?? { kind: "pro_rata" };
  const points = await listPeriodPoints(operation.id, month.period);
  return {
    ...month,
    kind: key.kind,
    rule,
    producers: proposeRules(points.producers, kept, rule),
    unitPpm: month.delivery?.unitPpm ?? version.unitPpm,
    channel: key.kind === "dynamic_full" ? "api" : ((month.delivery ?? latest)?.channel ?? "file"),
    ...(await readMade(operation, month, points.consumers, lookedAt)),
  };
}

async function readMade(
  { id }: NamedOperation,
  { delivery }: MonthKey,
  perimeter: readonly PeriodPoint[],
  lookedAt: LookedAt,
): Promise<Pick<MonthKeySheet, "made" | "consumers">> {
  if (!delivery) return { made: null, consumers: perimeter.map((each) => ({ ...each, meanPpm: null })) };
  const month = await readMonthCoefficients(id, delivery);
  const { axis, consumers, producers, tables, isOtherPerimeter } = month;
  const [ofConsumer, ofProducer] = [placeOf(consumers, lookedAt.consumer), placeOf(producers, lookedAt.producer)];
  const table = tables[ofProducer];
  const [consumer, row] = [consumers[ofConsumer], table?.ppm[ofConsumer]];
  const known = axis.length - (table?.missingCount ?? axis.length);
  return {
    consumers: consumers.map((each, j) => ({
      ...each,
      meanPpm: known === 0 ? null : (table?.ppm[j] ?? new Uint32Array()).reduce((sum, value) => sum + value, 0) / known,
    })),
    made: {
      steps: axis.length,
      missingCount: countMissing(tables),
      isOtherPerimeter,
      producers,
      producer: producers[ofProducer] ?? null,
      shown: consumer && row ? { consumer, days: dayHourMeans(axis, row, table?.missingSteps) } : null,
    },
  };
}

const placeOf = (points: readonly PeriodPoint[], prm: string | undefined): number =>
  Math.max(
    0,
    points.findIndex((each) => each.prm === prm),
  );

function proposeRules(
  producers: readonly PeriodPoint[],
  kept: readonly KeyRuleJson[],
  otherwise: MakingRule,
): readonly ProducerMaking[] {
  const byProducer = kept.find((rule) => ruleByProducerSchema.safeParse(rule).success) ?? null;
  const parsed = ruleByProducerSchema.safeParse(byProducer);
  const rules = new Map(parsed.success ? parsed.data.producers.map(({ producerId, rule }) => [producerId, rule]) : []);
  return orderAsServed(producers, byProducer).map((each) => ({
    ...each,
    rule: readRule(rules.get(each.id) ?? null) ?? otherwise,
  }));
}

const firstRule = (kept: readonly KeyRuleJson[]): MakingRule | null =>
  kept.map(readRule).find((rule) => rule !== null) ?? null;

// A rule kept by an earlier version of the program, or of a file, proposes nothing.
function readRule(kept: KeyRuleJson | null): MakingRule | null {
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
