import { insertCoefficientKey } from "@/lib/data/coefficient-keys";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { writeAnnex5FileName } from "@/lib/formats/annex-5/annex-5-file-name";
import { writeAnnex5Stamp } from "@/lib/formats/annex-5/annex-5-stamp";
import type { TestCollectivity } from "./create-test-collectivity";
import { createTestOperation, type TestOperation, type TestOperationOptions } from "./create-test-operation";

/** A period that is over and has both 02:00 of October: 1 490 half-hours. */
export const OCTOBER = { from: civilDate("2025-10-01"), toExclusive: civilDate("2025-11-01") };

type DynamicOptions = Pick<TestOperationOptions, "perimeter"> & { readonly kind?: "dynamic_simple" | "dynamic_full" };

/** Two producers and two consumers. */
export const TWO_ROOFS: NonNullable<TestOperationOptions["perimeter"]> = {
  Toiture: ["producer"],
  Halle: ["producer"],
  Mairie: ["consumer"],
  École: ["consumer"],
};

/** An operation whose key is dynamic, the same for every producer unless asked otherwise, from October 2025 on. */
export async function createDynamicOperation(
  collectivity: TestCollectivity,
  { kind = "dynamic_simple", ...options }: DynamicOptions = {},
): Promise<TestOperation> {
  const operation = await createTestOperation(collectivity, { ...options, startDay: OCTOBER.from });
  const { actor } = collectivity.users.officer;
  const key = { kind, from: OCTOBER.from, ppmByConsumer: new Map() };
  await insertCoefficientKey(operation.id, actor, key);
  return operation;
}

/** The file of annexe 5 of October, with the same cells at every step, as lines to damage. */
export function octoberFile({ accNumber, points }: TestOperation, cells: readonly string[]) {
  const consumers = points.filter(({ roles }) => roles.includes("consumer"));
  const { startMs, length } = parisPeriodAxis(OCTOBER.from, OCTOBER.toExclusive, 30);
  return {
    name: writeAnnex5FileName({ accNumber, stepMinutes: 30, period: OCTOBER }),
    lines: [
      ["Horodate", ...consumers.map(({ prm }) => prm)].join(";"),
      ...Array.from({ length }, (_, step) => [writeAnnex5Stamp(startMs + step * 1_800_000), ...cells].join(";")),
    ],
  };
}
