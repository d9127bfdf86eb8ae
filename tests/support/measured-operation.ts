import { civilDate } from "@/lib/domain/time/civil-date";
import type { TestCollectivity } from "./create-test-collectivity";
import { createTestOperation, type TestOperation } from "./create-test-operation";
import { importTestCurves } from "./import-test-files";

type Days = readonly [first: string, last: string];

/** Of each 100 Wh of the roof: 50 for the town hall, which uses 40; 30 for the school, which uses them; 20 for nobody. [ppm] */
export const HALF_AND_THIRTY = { Mairie: 500_000, École: 300_000 };

/** A measured operation that shares by {@link HALF_AND_THIRTY} from its first measured day, its first one. */
export async function createMeasuredOperation(collectivity: TestCollectivity, days: Days): Promise<TestOperation> {
  const operation = await createTestOperation(collectivity, { startDay: civilDate(days[0]), key: HALF_AND_THIRTY });
  await importSteadyCurves(operation, days);
  return operation;
}

/** At each step of these days, both included, the roof gives 100 Wh, the town hall draws 40 and the school 100. */
export async function importSteadyCurves(operation: TestOperation, days: Days): Promise<void> {
  await importTestCurves(operation, [
    { point: "Toiture", days, energyWh: 100 },
    { point: "Mairie", days, energyWh: 40 },
    { point: "École", days, energyWh: 100 },
  ]);
}
