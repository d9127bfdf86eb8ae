import { beforeAll, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { readEligibility } from "@/lib/services/registry/read-eligibility";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, TEST_PARTICIPANT, type TestOperation } from "../../support/create-test-operation";
import { attachTestPoint } from "../../support/test-attachment";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const DAY = civilDate("2026-06-01");

let collectivity: TestCollectivity;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

const place = (operation: TestOperation, name: string, latitude: number | null) =>
  sql("UPDATE metering_point SET latitude_degrees = $3, longitude_degrees = $4 WHERE operation_id = $1 AND id = $2", [
    operation.id,
    operation.point(name).id,
    latitude,
    latitude === null ? null : 2.75,
  ]);

test("an operation nothing is known of keeps its rules open, and names every point to complete", async () => {
  const operation = await createTestOperation(collectivity);
  const { verdict, rules, points, regime, farthest } = await readEligibility(operation.id, DAY);
  expect({ verdict, regime, farthest }).toEqual({ verdict: "not_checked", regime: null, farthest: null });
  expect(points.map(({ name, place: at }) => [name, at])).toEqual([
    ["École", null],
    ["Mairie", null],
    ["Toiture", null],
  ]);
  const distance = rules.find(({ rule }) => rule === "distance");
  expect(distance?.unknown).toEqual(points.map(({ id }) => id));
});

test("what the sheets say is what is checked, on the day asked for", async () => {
  const operation = await createTestOperation(collectivity);
  await sql("UPDATE operation SET proximity_kind = 'extended' WHERE id = $1", [operation.id]);
  await sql(
    `UPDATE metering_point SET voltage = 'low', is_meter_communicating = true, withdrawal_contract = 'GRD-F',
            energy_source = 'solar' WHERE operation_id = $1`,
    [operation.id],
  );
  await place(operation, "Mairie", 42.7);
  await place(operation, "Toiture", 42.701);
  await place(operation, "École", 42.75); // five kilometres, but it leaves
  await attachTestPoint(sql, operation, "École", [{ role: "consumer", from: "2026-03-01", toExclusive: DAY }]);

  const after = await readEligibility(operation.id, DAY);
  expect(after.verdict).toBe("ok");
  expect(after.points.map(({ name }) => name)).toEqual(["Mairie", "Toiture"]);

  const before = await readEligibility(operation.id, civilDate("2026-05-31"));
  expect(before.verdict).toBe("broken");
  expect(before.rules.filter(({ status }) => status === "broken")).toMatchObject([
    { rule: "distance", limit: { maxDistanceM: 2_000 }, figure: expect.closeTo(5_554, -1) },
  ]);
});

test("in a HLM operation the body is known by the SIREN of its organiser", async () => {
  const operation = await createTestOperation(collectivity);
  await sql("UPDATE operation SET perimeter_management = 'hlm' WHERE id = $1", [operation.id]);
  const hlm = async () => (await readEligibility(operation.id, DAY)).rules.find(({ rule }) => rule === "hlm")?.status;
  expect(await hlm()).toBe("not_checked");
  // Another establishment of the same body.
  await sql("INSERT INTO operation_party (operation_id, role, siret) VALUES ($1, 'organiser', $2)", [
    operation.id,
    `${TEST_PARTICIPANT.legalId.slice(0, 9)}00024`,
  ]);
  expect(await hlm()).toBe("ok");
  await sql("UPDATE participant SET kind = 'natural', legal_id = NULL WHERE operation_id = $1", [operation.id]);
  expect(await hlm()).toBe("broken");
  await sql("UPDATE participant SET is_tenant = true WHERE operation_id = $1", [operation.id]);
  expect(await hlm()).toBe("ok");
});
