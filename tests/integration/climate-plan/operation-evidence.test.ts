import { setTimeout } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { listClimateFigures, listFormerClimateFigures } from "@/lib/data/climate-figures";
import { listClimateSnapshots } from "@/lib/data/climate-snapshots";
import { settlementLock } from "@/lib/data/operation-locks";
import { inLockedTransaction } from "@/lib/data/pg";
import type { EvidenceFigure, EvidenceFigureCode } from "@/lib/domain/scoring/operation-evidence/operation-evidence";
import { civilDate } from "@/lib/domain/time/civil-date";
import { refreshOperationEvidence } from "@/lib/services/climate-plan/refresh-operation-evidence";
import { takeClimateSnapshot } from "@/lib/services/climate-plan/take-climate-snapshot";
import type { FoundRun } from "@/lib/services/runs/find-run";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { OCTOBER } from "../../support/dynamic-operation";
import { importTestCurves } from "../../support/import-test-files";
import { settleOctober } from "../../support/settled-october";
import { connectTestSql } from "../../support/test-sql";

const DAY = civilDate("2025-11-20");
const YEAR = { from: "2024-11-01", toExclusive: "2025-11-01" };
const sql = connectTestSql();

let commune: TestCollectivity;
let operation: TestOperation;
let run: FoundRun;

beforeAll(async () => {
  commune = await createTestCollectivity();
  ({ operation, run } = await settleOctober(commune));
}, 60_000);

const refresh = (ids = [operation.id]) => refreshOperationEvidence(commune.id, commune.users.officer.actor, ids, DAY);
const figuresOf = async (nodeId: string) =>
  (await listClimateFigures(commune.id)).find((row) => row.nodeId === nodeId)?.figures ?? [];
const find = (figures: readonly EvidenceFigure[], code: EvidenceFigureCode) =>
  figures.find((figure) => figure.code === code);

describe("what an operation proves", () => {
  beforeAll(async () => {
    expect(await refresh()).toBe(3);
  });

  test("of a pilot is what its stored results say", async () => {
    const figures = await figuresOf("cae_3.1.1.5.2");
    const period = { from: OCTOBER.from, toExclusive: "2025-11-01" };
    const { productionWh, withdrawalWh, selfConsumedWh } = run.totals;
    expect(find(figures, "shared_energy")).toEqual({ code: "shared_energy", value: selfConsumedWh, period });
    expect(find(figures, "coverage_rate")?.value).toBeCloseTo(productionWh / withdrawalWh, 12);
    expect(find(figures, "surplus_share")?.value).toBeCloseTo(1 - selfConsumedWh / productionWh, 12);
    // Nothing shares more than what falls when the consumers draw; the default key shares just that.
    expect(find(figures, "synchronisation")?.value).toBeCloseTo(selfConsumedWh / productionWh, 9);
    expect(find(figures, "settled_periods")?.value).toBe(1);
    expect(find(figures, "key_kind")?.value).toBe("default");
    expect(find(figures, "consumer_points")?.value).toBe(3);
    expect(find(figures, "producer_points")?.value).toBe(2);
    expect(find(figures, "peak_power")?.value).toBe(72_000);
  });

  test("of the data held counts whole days and known energies", async () => {
    const figures = await figuresOf("cae_3.1.1.1.2");
    // October: three consumers of 31 days, of which one day misses a value.
    expect(find(figures, "withdrawal_completeness")).toEqual({
      code: "withdrawal_completeness",
      value: 92 / 93,
      period: YEAR,
    });
    expect(find(figures, "injection_completeness")?.value).toBe(1);
    expect(find(figures, "complete_points")?.value).toBe(4);
    const [known] = await sql(
      "SELECT sum(total_wh) AS wh FROM load_curve_day WHERE operation_id = $1 AND quantity = 'withdrawal'",
      [operation.id],
    );
    expect(find(figures, "known_withdrawal")?.value).toBeCloseTo(Number(known?.wh), 6);
  });

  test("of its meters tells what was measured from what was corrected", async () => {
    const figures = await figuresOf("cae_3.1.1.3.2");
    expect(figures.filter(({ code }) => code === "points_at_step")).toEqual([
      { code: "points_at_step", value: 5, period: null, stepMinutes: 30 },
    ]);
    expect(find(figures, "points_without_curve")?.value).toBe(0);
    expect(find(figures, "last_measured_day")?.value).toBe("2025-10-31");
    // One value of five curves of 31 days, one of which has 25 hours.
    expect(find(figures, "corrected_share")?.value).toBeCloseTo(1 / (5 * (31 * 48 + 2)), 15);
  });

  test("names nobody", async () => {
    const rows = await sql("SELECT figures::text AS text FROM climate_figures WHERE operation_id = $1", [operation.id]);
    const named = await sql(
      `SELECT name AS text FROM participant WHERE operation_id = $1
        UNION SELECT name FROM metering_point WHERE operation_id = $1
        UNION SELECT prm FROM metering_point WHERE operation_id = $1`,
      [operation.id],
    );
    expect(named.length).toBeGreaterThan(5);
    for (const { text } of named) for (const row of rows) expect(row.text).not.toContain(text);
  });
});

describe("figures", () => {
  test("are out of date once something they depend on was written, until they are refreshed; the former stay", async () => {
    await refresh();
    const outdated = async () => (await listClimateFigures(commune.id)).map(({ isOutdated }) => isOutdated);
    expect(await outdated()).toEqual([false, false, false]);
    const before = (await listClimateFigures(commune.id)).map(({ isOutdated: _, ...row }) => row);
    await importTestCurves(operation, [{ point: "Mairie", days: ["2025-11-01", "2025-11-02"], energyWh: () => 500 }]);
    expect(await outdated()).toEqual([true, true, true]);
    await refresh();
    expect(await outdated()).toEqual([false, false, false]);
    expect(find(await figuresOf("cae_3.1.1.3.2"), "last_measured_day")?.value).toBe("2025-11-02");
    const former = await listFormerClimateFigures(commune.id);
    for (const row of before) expect(former).toContainEqual(row);
  });

  test("are dated after a settlement under way, whose result is dated when it began", async () => {
    const settling = inLockedTransaction(settlementLock(operation.id), async (client) => {
      await setTimeout(400); // the refresh is asked for meanwhile
      const { rows } = await client.query<{ at: Date }>("SELECT clock_timestamp() AS at");
      return rows[0]?.at.getTime();
    });
    const [ended] = await Promise.all([settling, refresh()]);
    for (const { computedAtMs } of await listClimateFigures(commune.id)) {
      expect(computedAtMs).toBeGreaterThanOrEqual(ended ?? Number.NaN);
    }
  });

  test("stand in a snapshot as they were when it was taken", async () => {
    await takeClimateSnapshot(commune.id, commune.users.officer.actor, "Avant");
    const kept = await figuresOf("cae_3.1.1.5.2");
    await refresh();
    const [snapshot] = await listClimateSnapshots(commune.id);
    const frozen = snapshot?.content.evidence?.figures.find(({ nodeId }) => nodeId === "cae_3.1.1.5.2");
    expect(frozen?.figures).toEqual(kept);
    expect(frozen?.operation).toEqual({ id: operation.id, name: "Opération des tests" });
  });

  test("of an operation without anything are unknown, not zero", async () => {
    const empty = await createTestOperation(commune);
    await refresh([empty.id]);
    const row = (await listClimateFigures(commune.id)).find(
      (each) => each.operation.id === empty.id && each.nodeId === "cae_3.1.1.5.2",
    );
    expect(find(row?.figures ?? [], "self_consumption_rate")).toMatchObject({ value: null, period: null });
    expect(find(row?.figures ?? [], "settled_periods")?.value).toBe(0);
  });

  test("of an operation of another collectivity are not kept", async () => {
    const other = await createTestOperation(await createTestCollectivity("Une autre commune"));
    expect(await refresh([other.id])).toBe(0);
  });

  test("never change once they are there", async () => {
    await expect(
      sql("UPDATE climate_figures SET figures = '[]' WHERE operation_id = $1", [operation.id]),
    ).rejects.toThrow("append-only");
  });
});
