import { beforeAll, describe, expect, test } from "vitest";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { readRegistry } from "@/lib/data/registry";
import { civilDate } from "@/lib/domain/time/civil-date";
import { checkAnnex2 } from "@/lib/services/registry/check-annex-2";
import type { Annex2Upload } from "@/lib/services/registry/compare-annex-2";
import { annex2File, applyTestAnnex2 } from "../../support/annex-2-file";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, nextPrm, type TestOperation } from "../../support/create-test-operation";
import { attachTestPoint } from "../../support/test-attachment";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

const START = civilDate("2026-06-01");
const EFFECT = civilDate("2026-06-02");
const SHARES = { Mairie: 500_000, École: 300_000 };
const AS_IS = { Mairie: { coefficientPpm: 500_000 }, École: { coefficientPpm: 300_000 } };

let collectivity: TestCollectivity;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

const newOperation = (options = {}) =>
  createTestOperation(collectivity, { startDay: START, monthlyAnniversaryDay: 3, key: SHARES, ...options });

const apply = (operation: TestOperation, upload: Annex2Upload, day = EFFECT) => applyTestAnnex2(operation, upload, day);

/** Everything the database holds of an operation that a workbook could change. */
async function snapshot({ id }: TestOperation) {
  const [count] = await sql<{ changes: string; files: string; events: string }>(
    `SELECT (SELECT count(*) FROM perimeter_change WHERE operation_id = $1) AS changes,
            (SELECT count(*) FROM kept_file WHERE operation_id = $1) AS files,
            (SELECT count(*) FROM audit_event WHERE operation_id = $1) AS events`,
    [id],
  );
  return { registry: await readRegistry(id), count };
}

async function staysOf(operation: TestOperation, prm: string) {
  const points = await listMeteringPoints(operation.id);
  return points.find((point) => point.prm === prm)?.attachments ?? [];
}

describe("a workbook that holds from a day on", () => {
  test("attaches who enters, ends who leaves, updates who stays, and brings its key", async () => {
    const operation = await newOperation();
    const gym = nextPrm();
    const upload = await annex2File(operation, {
      management: "hlm",
      consumers: {
        Mairie: { coefficientPpm: 600_000, address: "2 rue Neuve" },
        Gymnase: { prm: gym, name: "Club de judo", legalId: "W661234567", coefficientPpm: 400_000 },
      },
      producers: { Toiture: { peakPowerW: 54_500, address: "2 rue Neuve" } },
    });
    const { status, difference, problems } = await apply(operation, upload);
    expect({ status, errors: problems.listed.filter(({ severity }) => severity === "error") }).toEqual({
      status: "applied",
      errors: [],
    });
    expect(difference).toMatchObject({
      entered: [{ prm: gym, role: "consumer", name: "Club de judo" }],
      left: [{ prm: operation.point("École").prm, role: "consumer" }],
      unchanged: [],
      kind: null,
      management: { before: "standard", after: "hlm" },
      cancelled: [],
    });

    expect(await staysOf(operation, gym)).toEqual([{ role: "consumer", from: EFFECT, toExclusive: null }]);
    expect(await staysOf(operation, operation.point("École").prm)).toEqual([
      { role: "consumer", from: START, toExclusive: EFFECT },
    ]);
    expect(await staysOf(operation, operation.point("Mairie").prm)).toEqual([
      { role: "consumer", from: START, toExclusive: null },
    ]);
    const { participants, points, management, keys } = await readRegistry(operation.id);
    expect(management).toBe("hlm");
    expect(participants).toMatchObject([
      { name: "Commune des tests", legalId: "21669999100016", address: "2 rue Neuve" },
      { name: "Club de judo", legalId: "W661234567", email: null },
    ]);
    const roof = points.find(({ prm }) => prm === operation.point("Toiture").prm);
    expect(roof).toMatchObject({ peakPowerW: 54_500, participantId: participants[0]?.id });
    const gymId = points.find(({ prm }) => prm === gym)?.id ?? "";
    expect(keys).toMatchObject([
      { kind: "static", from: START, toExclusive: EFFECT },
      { kind: "static", from: EFFECT, toExclusive: null },
    ]);
    expect(keys[1]?.ppmByConsumer).toEqual(
      new Map([
        [operation.point("Mairie").id, 600_000],
        [gymId, 400_000],
      ]),
    );
    // People named the site: a workbook, which has no name for it, does not.
    expect((await listMeteringPoints(operation.id)).map(({ name }) => name)).toContain("Mairie");
  });

  test("leaves a trace: the file, the change and the event, which names nobody", async () => {
    const operation = await newOperation();
    const upload = await annex2File(operation, { consumers: { Mairie: { coefficientPpm: 500_000 } } });
    await apply(operation, upload);
    const rows = await sql<{ file_name: string; content: Buffer; effect: string; created_by: string }>(
      `SELECT c.file_name, c.effect_day::text AS effect, c.created_by, k.content
         FROM perimeter_change c JOIN kept_file k USING (operation_id, sha256) WHERE c.operation_id = $1`,
      [operation.id],
    );
    expect(rows).toMatchObject([{ file_name: upload.name, effect: EFFECT, created_by: collectivity.users.officer.id }]);
    expect(rows[0]?.content.equals(upload.bytes)).toBe(true);
    const events = await sql<{ after: Record<string, unknown>; text: string }>(
      `SELECT after, after::text AS text FROM audit_event WHERE operation_id = $1 AND action = 'apply.annex_2'`,
      [operation.id],
    );
    expect(events).toMatchObject([
      {
        after: {
          effectDay: EFFECT,
          counts: { entered: 0, left: 1, changed: 0, unchanged: 2 },
          left: [{ meteringPointId: operation.point("École").id, role: "consumer" }],
        },
      },
    ]);
    expect(events[0]?.text).not.toMatch(/Commune|rue|@/);
  });

  test("changes nothing when the registry says it already", async () => {
    const operation = await newOperation();
    const before = await snapshot(operation);
    const { status } = await apply(operation, await annex2File(operation, { consumers: AS_IS }));
    expect(status).toBe("unchanged");
    expect(await snapshot(operation)).toEqual(before);
  });

  test("replaces the one of the same day: who came and went that day has never counted", async () => {
    const operation = await newOperation();
    const gym = nextPrm();
    const first = { Mairie: { coefficientPpm: 500_000 }, Gymnase: { prm: gym, coefficientPpm: 100_000 } };
    await apply(operation, await annex2File(operation, { consumers: first }));
    const { status, difference } = await apply(operation, await annex2File(operation, { consumers: AS_IS }));
    expect(status).toBe("applied");
    expect(difference).toMatchObject({ entered: [{ prm: operation.point("École").prm }], left: [{ prm: gym }] });
    expect(await staysOf(operation, gym)).toEqual([]);
    expect(await staysOf(operation, operation.point("École").prm)).toEqual([
      { role: "consumer", from: START, toExclusive: null },
    ]);
    expect((await listCoefficientKeys(operation.id)).map(({ from }) => from)).toEqual([START, EFFECT]);
  });

  test("replaces what was planned for later, and says so", async () => {
    const operation = await newOperation();
    await attachTestPoint(sql, operation, "École", [
      { role: "consumer", from: START, toExclusive: "2026-07-01" },
      { role: "consumer", from: "2026-09-01" },
    ]);
    const { difference } = await apply(operation, await annex2File(operation, { consumers: AS_IS }));
    const { prm } = operation.point("École");
    expect(difference?.cancelled).toEqual([
      { what: "exit", on: "2026-07-01", prm, role: "consumer" },
      { what: "entry", on: "2026-09-01", prm, role: "consumer" },
    ]);
    expect(await staysOf(operation, prm)).toEqual([{ role: "consumer", from: START, toExclusive: null }]);
  });

  test("warns of a storage unit that would take part in one role only (D.315-5)", async () => {
    const operation = await newOperation();
    await sql("UPDATE metering_point SET is_storage = true WHERE operation_id = $1 AND name = 'École'", [operation.id]);
    const lines = { Mairie: {}, École: {} };
    const said = async (producers: Parameters<typeof annex2File>[1]["producers"]) => {
      const upload = await annex2File(operation, { kind: "default", consumers: lines, producers });
      const { status, problems } = await apply(operation, upload);
      expect(status).toBe("applied");
      return problems.listed.find(({ code }) => code === "STORAGE_NEEDS_BOTH_ROLES");
    };
    expect(await said({ Toiture: {} })).toMatchObject({ severity: "warning" });
    expect(await said({ Toiture: {}, École: {} })).toBeUndefined();
  });

  test("ends the static key when the kind becomes another one", async () => {
    const operation = await newOperation();
    const { status } = await apply(
      operation,
      await annex2File(operation, { kind: "default", consumers: { Mairie: {}, École: {} } }),
    );
    expect(status).toBe("applied");
    expect(await listCoefficientKeys(operation.id)).toMatchObject([
      { kind: "static", toExclusive: EFFECT },
      { kind: "default", from: EFFECT, toExclusive: null },
    ]);
  });
});

describe("nothing at all is written", () => {
  test("by a check", async () => {
    const operation = await newOperation();
    const before = await snapshot(operation);
    const upload = await annex2File(operation, { consumers: { Mairie: { coefficientPpm: 1 } } });
    const { difference } = await checkAnnex2(operation, upload, EFFECT);
    expect(difference).toMatchObject({ left: [{}], changed: [{ changes: [{ field: "coefficientPpm", after: 1 }] }] });
    expect(await snapshot(operation)).toEqual(before);
  });

  test("when one line of the file is wrong, though the others are right", async () => {
    const operation = await newOperation();
    const before = await snapshot(operation);
    const upload = await annex2File(operation, {
      consumers: { Mairie: { coefficientPpm: 500_000 }, Gymnase: { prm: "123", coefficientPpm: 1 } },
    });
    const { status, problems } = await apply(operation, upload);
    expect(status).toBe("refused");
    expect(problems.errorCount).toBeGreaterThan(0);
    expect(await snapshot(operation)).toEqual(before);
  });

  test.for([
    { what: "of another operation", code: "WRONG_OPERATION" },
    { what: "with two holders of one PRM", code: "TWO_HOLDERS" },
  ])("by a workbook $what", async ({ code }) => {
    const operation = await newOperation();
    const before = await snapshot(operation);
    const { prm } = operation.point("Toiture");
    const consumers = code === "TWO_HOLDERS" ? { ...AS_IS, Toit: { prm, name: "CCAS", coefficientPpm: 0 } } : AS_IS;
    const upload = await annex2File(operation, { consumers });
    const name = code === "WRONG_OPERATION" ? "ACC00000000_20260515_ANNEXE 2.xlsx" : upload.name;
    const { status, problems } = await apply(operation, { ...upload, name });
    expect(status).toBe("refused");
    expect(problems.listed.map((problem) => problem.code)).toContain(code);
    expect(await snapshot(operation)).toEqual(before);
  });

  test("before the operation's first day", async () => {
    const operation = await newOperation();
    const upload = await annex2File(operation, { consumers: { Mairie: { coefficientPpm: 1 } } });
    await expect(apply(operation, upload, civilDate("2026-05-31"))).rejects.toMatchObject({ code: "BEFORE_START" });
  });

  test("on the first day, exits included: they have never counted", async () => {
    const operation = await newOperation();
    const upload = await annex2File(operation, { consumers: { Mairie: { coefficientPpm: 500_000 } } });
    expect((await apply(operation, upload, START)).status).toBe("applied");
    expect(await staysOf(operation, operation.point("École").prm)).toEqual([]);
    expect(await listCoefficientKeys(operation.id)).toMatchObject([{ from: START, toExclusive: null }]);
  });
});

describe("a PRM that another operation holds", () => {
  async function claim(operation: TestOperation, prm: string) {
    const consumers = { ...AS_IS, Disputé: { prm, coefficientPpm: 0 } };
    return annex2File(operation, { consumers });
  }

  test("is refused, and of one's own collectivity the operation and its days are named", async () => {
    const [operation, other] = [await newOperation(), await newOperation()];
    const { prm } = other.point("Mairie");
    const before = await snapshot(operation);
    const upload = await claim(operation, prm);
    for (const result of [await checkAnnex2(operation, upload, EFFECT), await apply(operation, upload)]) {
      const [problem] = result.problems.listed.filter(({ code }) => code === "PRM_IN_OTHER_OPERATION");
      expect(problem?.message).toContain(prm);
      expect(problem?.message).toContain(other.accNumber);
      expect(problem?.message).toContain("depuis le 01/06/2026");
    }
    expect(await snapshot(operation)).toEqual(before);
  });

  test("of another collectivity: the fact and nothing else", async () => {
    const stranger = await createTestCollectivity("Une autre commune");
    const other = await createTestOperation(stranger, { startDay: START });
    const operation = await newOperation();
    const { status, problems } = await apply(operation, await claim(operation, other.point("Mairie").prm));
    expect(status).toBe("refused");
    const [problem] = problems.listed.filter(({ code }) => code === "PRM_IN_OTHER_OPERATION");
    expect(problem?.message).toContain("déjà rattaché à une autre opération");
    expect(problem?.message).not.toMatch(new RegExp(`${other.accNumber}|tests|2026`));
  });

  test("may come the day it leaves the other", async () => {
    const [operation, other] = [await newOperation(), await newOperation()];
    await apply(other, await annex2File(other, { consumers: { École: { coefficientPpm: 300_000 } } }));
    const { status } = await apply(operation, await claim(operation, other.point("Mairie").prm));
    expect(status).toBe("applied");
  });

  test("goes to one of two operations that ask for it at once", async () => {
    const [one, two] = [await newOperation(), await newOperation()];
    const prm = nextPrm();
    const uploads = await Promise.all([claim(one, prm), claim(two, prm)]);
    const results = await Promise.all([apply(one, uploads[0]), apply(two, uploads[1])]);
    expect(results.map(({ status }) => status).sort()).toEqual(["applied", "refused"]);
  });
});
