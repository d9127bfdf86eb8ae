import { beforeAll, beforeEach, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { importMeasures } from "@/lib/services/measures/import-measures";
import { forgetAnswer, readRememberedAnswers } from "@/lib/services/measures/remembered-answers";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { namedCurveFile, type TestUpload } from "../../support/import-test-files";
import { daysOf, publishedUploads, sgeUpload, textUpload } from "../../support/mixed-upload";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const MARCH = daysOf(civilDate("2026-03-01"), civilDate("2026-03-31"));

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity);
});

const prm = (name: string) => operation.point(name).prm;

async function importWith(uploads: readonly TestUpload[], replies: Readonly<Record<string, string>> = {}) {
  const importId = crypto.randomUUID();
  const { actor } = collectivity.users.officer;
  const { status, report } = await importMeasures(operation.id, {
    importId,
    actor,
    uploads,
    answers: { kinds: {}, replies },
  });
  const open = report.questions.filter(({ answer }) => answer === null).map(({ id }) => id);
  return { status, open, report };
}

test("a producer's detail under another name is asked whose it is, and of which days", async () => {
  const [, detail] = await publishedUploads(operation, MARCH);
  const file = { name: "detail.csv", bytes: detail?.bytes ?? new Uint8Array() };
  const asked = await importWith([file]);
  expect(asked).toMatchObject({ status: "refused", open: ["owner:detail.csv", "period:detail.csv"] });
  const owner = { "owner:detail.csv": prm("Toiture") };
  expect(await importWith([file], { ...owner, "period:detail.csv": "2026-03-31/2026-03-01" })).toMatchObject({
    open: ["period:detail.csv"],
  });
  const done = await importWith([file], { ...owner, "period:detail.csv": "2026-03-01/2026-03-31" });
  expect(done).toMatchObject({ status: "done", open: [], report: { totals: { newFigureCount: 2 } } });
  expect(
    await sql(
      "SELECT period_from::text AS first, period_to::text AS end FROM published_share WHERE operation_id = $1",
      [operation.id],
    ),
  ).toEqual([
    { first: "2026-03-01", end: "2026-04-01" },
    { first: "2026-03-01", end: "2026-04-01" },
  ]);
  // What is said of one file says nothing of the next.
  expect(await readRememberedAnswers(operation.id)).toEqual([]);
});

test("energies of « quantités » are asked of each file, and the answer is not remembered", async () => {
  const name = `${prm("Mairie")}_01032026_31032026_Quantités_ENERGIE.csv`;
  const file = textUpload(name, "HP;134,70;\nHC;8495,17;\n");
  expect((await importWith([file])).open).toEqual([`quantity:${name}`]);
  const done = await importWith([file], { [`quantity:${name}`]: "complement" });
  expect(done).toMatchObject({ status: "done", report: { totals: { newFigureCount: 2 } } });
  expect((await importWith([file])).open).toEqual([`quantity:${name}`]);
});

test("stamps that may be starts or ends are asked, and shift the curve as answered", async () => {
  const whole = new TextDecoder().decode(sgeUpload("s.csv", prm("Mairie"), MARCH, 100).bytes);
  // Without its last line, stamped at midnight, nothing tells starts from ends.
  const cut = whole.trimEnd().split("\r\n").slice(0, -1).join("\r\n");
  const file = textUpload("sge.csv", cut);
  const asked = await importWith([file]);
  expect(asked).toMatchObject({ status: "refused", open: ["stamps:sge.csv"] });
  expect(asked.report.files[0]).toMatchObject({ outcome: "question", errorCount: 1 });
  const firstDay = async () => {
    const [row] = await sql<{ missing: number }>(
      `SELECT missing_count::int AS missing FROM load_curve_day
        WHERE operation_id = $1 AND day = '2026-03-01' AND superseded_at IS NULL`,
      [operation.id],
    );
    return row?.missing;
  };
  expect(await importWith([file], { "stamps:sge.csv": "start" })).toMatchObject({ status: "done" });
  expect(await firstDay()).toBe(1);
  const again = await importWith([file], { "stamps:sge.csv": "end" });
  expect(again).toMatchObject({ status: "done", report: { files: [{ outcome: "imported" }] } });
  expect(await firstDay()).toBe(0);
});

test("a remembered answer can be forgotten, and is asked again", async () => {
  const curve = namedCurveFile(operation, { point: "Mairie", days: ["2026-03-01", "2026-03-02"], energyWh: 1 });
  const file = { ...curve, name: curve.name.replace("Conso", "Machin") };
  await importWith([file], { "type:machin": "withdrawal" });
  expect(await readRememberedAnswers(operation.id)).toMatchObject([
    { kind: "type", text: "machin", quantity: "withdrawal" },
  ]);
  const { actor } = collectivity.users.officer;
  expect(await forgetAnswer(operation.id, actor, { kind: "type", text: "machin" })).toBe(true);
  expect(await forgetAnswer(operation.id, actor, { kind: "type", text: "machin" })).toBe(false);
  expect((await importWith([file])).open).toEqual(["type:machin"]);
  const other = await createTestOperation(collectivity);
  expect(await readRememberedAnswers(other.id)).toEqual([]);
});

test("an identifier that is nobody's here is left aside", async () => {
  const file = sgeUpload("sge.csv", "99999999999999", MARCH, 1);
  const done = await importWith([file], { "point:99999999999999": "none" });
  expect(done).toMatchObject({ status: "done", report: { files: [{ outcome: "set_aside" }] } });
});
