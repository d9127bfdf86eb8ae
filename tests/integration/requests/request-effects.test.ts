import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import { pool } from "@/lib/data/pg";
import { startQueue, stopQueue } from "@/lib/data/queue";
import { REQUEST_EFFECT_QUEUE } from "@/lib/data/queue-names";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { authorizeJob } from "@/lib/jobs/authorize-job";
import { listPeriods } from "@/lib/services/list-periods";
import { applyDueRequests } from "@/lib/services/requests/apply-due-requests";
import { settlePeriod } from "@/lib/services/settle-period";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { testStays } from "../../support/registry-by-hand";
import {
  acceptTestRequest,
  bareRequest,
  readTestRequest,
  sendNewRequest,
  sharesOf,
  takeTestEffect,
} from "../../support/test-requests";

const EFFECT = civilDate("2031-09-15");
const JOB = { userId: null, via: "job" } as const;
const A_WHILE = { timeout: 20_000, interval: 100 };

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { key: { Mairie: 600_000, École: 400_000 } });
});

afterAll(stopQueue);

/** The school leaves, and the town hall has it all. */
async function acceptExit(effectDay = EFFECT) {
  const school = operation.point("École");
  const id = await sendNewRequest(
    operation,
    bareRequest("perimeter", {
      lines: [{ meteringPointId: school.id, role: "consumer", move: "exit" }],
      key: sharesOf(operation, { Mairie: 1_000_000 }),
    }),
  );
  await acceptTestRequest(operation, id, effectDay);
  return { id, prm: school.prm };
}

const apply = (today = EFFECT) => applyDueRequests(JOB, authorizeJob, today);

describe("the daily job", () => {
  test("makes hold what is due, and goes on past what cannot be", async () => {
    const { id, prm } = await acceptExit();
    const other = await createTestOperation(collectivity, { key: { Mairie: 500_000, École: 500_000 } });
    const blocked = await sendNewRequest(
      other,
      bareRequest("static_values", { key: sharesOf(other, { Mairie: 1_000_000 }) }),
    );
    await acceptTestRequest(other, blocked, EFFECT);
    const { keyId } = await readTestRequest(other, blocked);
    await pool.query("UPDATE coefficient_key SET superseded_at = now() WHERE operation_id = $1 AND id = $2", [
      other.id,
      keyId,
    ]);
    await apply(addDays(EFFECT, -1));
    expect((await readTestRequest(operation, id)).state).toBe("accepted");
    const { refused } = await apply();
    expect(refused).toContainEqual({ requestId: blocked, code: "KEY_MOVE_REFUSED" });
    expect((await readTestRequest(operation, id)).state).toBe("in_effect");
    expect(await testStays(operation, prm)).toEqual([["consumer", "2026-03-01", EFFECT]]);
    expect((await readTestRequest(other, blocked)).state).toBe("accepted");
    // Nothing more the next day.
    await apply(addDays(EFFECT, 1));
    expect(await listCoefficientKeys(operation.id)).toHaveLength(2);
  });

  test("killed in the middle it leaves nothing half done, and the next one does it once", async () => {
    const { id, prm } = await acceptExit();
    const { keyId } = await readTestRequest(operation, id);
    const holder = await pool.connect();
    try {
      await holder.query("BEGIN");
      const { rows } = await holder.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
      await holder.query("SELECT FROM coefficient_key WHERE operation_id = $1 AND id = $2 FOR UPDATE", [
        operation.id,
        keyId,
      ]);
      // The stays are moved, and the key is waited for when the connection dies.
      const dying = takeTestEffect(operation, id, EFFECT).then(
        () => "alive",
        () => "dead",
      );
      await vi.waitFor(async () => {
        const { rowCount } = await pool.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE $1::int = ANY (pg_blocking_pids(pid))",
          [rows[0]?.pid],
        );
        expect(rowCount).toBe(1);
      }, A_WHILE);
      expect(await dying).toBe("dead");
    } finally {
      await holder.query("ROLLBACK");
      holder.release();
    }
    expect(await testStays(operation, prm)).toEqual([["consumer", "2026-03-01", null]]);
    expect((await readTestRequest(operation, id)).state).toBe("accepted");
    await apply();
    expect(await testStays(operation, prm)).toEqual([["consumer", "2026-03-01", EFFECT]]);
    expect((await readTestRequest(operation, id)).events).toHaveLength(3);
  });

  test("is planned for every day", async () => {
    const boss = await startQueue();
    expect(await boss.getSchedules(REQUEST_EFFECT_QUEUE)).toMatchObject([
      { cron: "5 0 * * *", timezone: "Europe/Paris" },
    ]);
  });
});

describe("a convention that has ended", () => {
  test("has no period after its end", async () => {
    const id = await sendNewRequest(operation, bareRequest("termination", { wantedDay: civilDate("2031-11-10") }));
    await takeTestEffect(operation, id, civilDate("2031-11-10"));
    const periods = await listPeriods(operation, civilDate("2032-03-15"));
    expect(periods[0]?.period).toEqual({ from: "2031-11-01", toExclusive: "2031-12-01" });
    await expect(settlePeriod(operation, JOB, civilDate("2031-12-01"))).rejects.toMatchObject({
      code: "UNKNOWN_PERIOD",
    });
  });
});
