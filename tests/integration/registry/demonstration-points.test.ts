import { beforeAll, expect, test } from "vitest";
import { operatorScope } from "@/lib/cli/operator-scope";
import { findMeteringPoint } from "@/lib/data/metering-points";
import { DEMONSTRATION_METERING_POINTS } from "@/lib/domain/demonstration/demonstration-metering-points";
import { fillDemonstrationPoints } from "@/lib/services/registry/fill-demonstration-points";
import { createTestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const [HALL] = DEMONSTRATION_METERING_POINTS;
if (HALL?.role !== "consumer") throw new Error("the first metering point is the town hall");

let operation: TestOperation;

beforeAll(async () => {
  operation = await createTestOperation(await createTestCollectivity());
  const { id } = operation.point("Mairie");
  await sql("DELETE FROM attachment WHERE metering_point_id = $1", [id]);
  await sql("UPDATE metering_point SET prm = $2 WHERE id = $1", [id, HALL.prm]);
});

const fill = () => fillDemonstrationPoints(operation, operatorScope.actor);

test("a demonstration without details gets them once, and keeps what people changed since", async () => {
  await fill();
  expect(await findMeteringPoint(operation.id, HALL.prm)).toMatchObject({
    name: "Mairie",
    address: HALL.address,
    latitudeDegrees: HALL.latitudeDegrees,
    voltage: "low",
    isMeterCommunicating: true,
    subscribedPowerVa: 18_000,
    annualWithdrawalWh: 19_000_000,
  });
  await sql("UPDATE metering_point SET address = 'ailleurs' WHERE prm = $1", [HALL.prm]);
  await fill();
  expect(await findMeteringPoint(operation.id, HALL.prm)).toMatchObject({ address: "ailleurs" });
});
