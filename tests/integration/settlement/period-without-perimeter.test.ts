import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { listPeriods } from "@/lib/services/list-periods";
import { createTestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperationOptions } from "../../support/create-test-operation";

// Convention, art. 8.6: never less than one producer and one consumer.
const INCOMPLETE: readonly { who: string; perimeter: NonNullable<TestOperationOptions["perimeter"]> }[] = [
  { who: "nobody", perimeter: {} },
  { who: "a producer alone", perimeter: { Toiture: ["producer"] } },
  { who: "a consumer alone", perimeter: { Mairie: ["consumer"] } },
];

test.for(INCOMPLETE)("a month with $who is not ready to be settled", async ({ perimeter }) => {
  const operation = await createTestOperation(await createTestCollectivity(), {
    startDay: civilDate("2026-03-01"),
    perimeter,
  });
  const periods = await listPeriods(operation, civilDate("2026-04-15"));
  expect(periods.map(({ state }) => state)).toEqual(["running", "no_perimeter"]);
});
