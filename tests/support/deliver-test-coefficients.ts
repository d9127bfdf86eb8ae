import { writeDeliveries } from "@/lib/data/coefficient-delivery-writing";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import type { TestOperation } from "./create-test-operation";

export type TestDelivery = {
  readonly period: Period;
  /** Null leaves it a draft. */
  readonly sentDay: CivilDate | null;
  readonly channel?: "file" | "api";
  /** Coefficient of each consumer by name, at a step of the period; null: none. [ppm] */
  readonly ppm: Readonly<Record<string, (step: number) => number | null>>;
};

/** Writes the dynamic simple coefficients of a period as the services do, and sends them. */
export async function deliverTestCoefficients(
  operation: TestOperation,
  { period, sentDay, channel = "file", ppm }: TestDelivery,
): Promise<string> {
  const { stepMinutes } = operation.sheet;
  const spans = listParisDays(parisPeriodAxis(period.from, period.toExclusive, stepMinutes));
  const days = Object.entries(ppm).flatMap(([name, valueAt]) =>
    spans.map(({ day, start, length }) => ({
      day,
      consumerId: operation.point(name).id,
      ppm: Int32Array.from({ length }, (_, t) => valueAt(start + t) ?? -1),
    })),
  );
  return writeDeliveries(operation.id, operation.collectivity.users.officer.actor, async (writing) => {
    const id = await writing.insertDraft({
      keyId: null,
      kind: "dynamic_simple",
      channel,
      period,
      stepMinutes,
      unitPpm: 100,
      rule: null,
      fileName: null,
      problems: [],
      days,
    });
    const draft = await writing.find(id);
    if (draft && sentDay) await writing.send(draft, sentDay);
    return id;
  });
}
