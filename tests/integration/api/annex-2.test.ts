import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { readAnnex2Workbook } from "@/lib/formats/annex-2/read-annex-2-workbook";
import { annex2AnswerSchema, annex2BulkAnswerSchema, XLSX_TYPE } from "@/lib/schemas/api/annex-2";
import { annex2File } from "../../support/annex-2-file";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, nextPrm, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";

const EFFECT = "?effectDate=2026-04-01";
const KEY = { Mairie: 500_000, École: 300_000 };

type Workbook = { readonly name: string; readonly bytes: Uint8Array };

let collectivity: TestCollectivity;
let stranger: TestCollectivity;
let operation: TestOperation;
let key: string;

beforeAll(async () => {
  [collectivity, stranger] = await Promise.all([createTestCollectivity(), createTestCollectivity("Une autre commune")]);
  key = await collectivity.users.officer.key("write");
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { key: KEY });
});

const address = () => `/api/v1/operations/${operation.accNumber}/annex-2`;

function form(files: readonly Workbook[]): FormData {
  const body = new FormData();
  for (const { name, bytes } of files) body.append("file", new Blob([Uint8Array.from(bytes)]), name);
  return body;
}

const post = (path: string, files: readonly Workbook[]) => callApi(path, { method: "POST", key, body: form(files) });

/** The school leaves, a gym enters. */
const withGym = (of: TestOperation, prm = nextPrm()) =>
  annex2File(of, { consumers: { Mairie: { coefficientPpm: 500_000 }, Gymnase: { prm, coefficientPpm: 500_000 } } });

const prmsOf = async ({ id }: TestOperation) => (await listMeteringPoints(id)).map(({ prm }) => prm);

describe("one annexe 2", () => {
  test("is checked without a trace, then applied: the same difference", async () => {
    const gym = nextPrm();
    const upload = await withGym(operation, gym);
    const checked = await expectAnswer(
      await post(`${address()}${EFFECT}&dryRun=true`, [upload]),
      200,
      annex2AnswerSchema,
    );
    expect(checked.annex2).toMatchObject({ status: "checked", fileName: upload.name, effectDate: "2026-04-01" });
    expect(checked.annex2.difference).toMatchObject({
      entered: [{ prm: gym, role: "consumer" }],
      left: [{ prm: operation.point("École").prm }],
    });
    expect(await prmsOf(operation)).not.toContain(gym);

    const applied = await expectAnswer(await post(`${address()}${EFFECT}`, [upload]), 200, annex2AnswerSchema);
    expect(applied.annex2).toEqual({ ...checked.annex2, status: "applied" });
    expect(await prmsOf(operation)).toContain(gym);

    const again = await expectAnswer(await post(`${address()}${EFFECT}`, [upload]), 200, annex2AnswerSchema);
    expect(again.annex2.status).toBe("unchanged");
  });

  test("may be the body itself, named by a header or by the address", async () => {
    const { name, bytes } = await withGym(operation);
    const body = Uint8Array.from(bytes);
    const named = { "content-disposition": `attachment; filename="${name}"` };
    for (const [query, type, headers] of [
      ["&dryRun=true", XLSX_TYPE, named],
      ["&dryRun=true", "application/vnd.ms-excel.sheet.macroEnabled.12", named],
      [`&dryRun=true&name=${encodeURIComponent(name)}`, XLSX_TYPE, {}],
    ] as const) {
      const response = await callApi(address() + EFFECT + query, {
        method: "POST",
        key,
        body,
        headers: { "content-type": type, ...headers },
      });
      const { annex2 } = await expectAnswer(response, 200, annex2AnswerSchema);
      expect(annex2).toMatchObject({ fileName: name, status: "checked" });
    }
  });

  test("is refused with its problems, and nothing of it is written", async () => {
    const other = await createTestOperation(collectivity);
    const upload = await withGym(operation, other.point("Mairie").prm);
    for (const query of [EFFECT, `${EFFECT}&dryRun=true`]) {
      const details = await expectRefusal(await post(address() + query, [upload]), 422, "ANNEX_2_REFUSED");
      expect(details).toMatchObject({
        errorCount: 1,
        problems: expect.arrayContaining([
          expect.objectContaining({ severity: "error", code: "PRM_IN_OTHER_OPERATION" }),
        ]),
        difference: { entered: [{ prm: other.point("Mairie").prm }] },
      });
    }
    expect(await prmsOf(operation)).toHaveLength(3);
  });

  test("that is none is refused", async () => {
    const upload = { name: "annexe 2.xlsx", bytes: new TextEncoder().encode("PRM;Nom") };
    const details = await expectRefusal(await post(address() + EFFECT, [upload]), 422, "ANNEX_2_REFUSED");
    expect(details).toMatchObject({ difference: null });
  });

  test.for(["", "?effectDate=", "?effectDate=2026-02-30", "?effectDate=9999-01-01", `${EFFECT}&dryRun=oui`])(
    "needs an effect date, and a dry run that says yes or no: %j",
    async (query) => {
      await expectRefusal(await post(address() + query, [await withGym(operation)]), 400, "INVALID_REQUEST");
    },
  );

  test("cannot hold before the operation starts", async () => {
    const response = await post(`${address()}?effectDate=2026-02-28`, [await withGym(operation)]);
    expect(await expectRefusal(response, 422, "BEFORE_START")).toMatchObject({ effectDate: "2026-02-28" });
  });

  test("comes alone, and weighs less than 10 MB", async () => {
    const upload = await withGym(operation);
    await expectRefusal(await post(address() + EFFECT, [upload, upload]), 413, "TOO_MANY_FILES");
    const heavy = { name: upload.name, bytes: new Uint8Array(10_000_001) };
    await expectRefusal(await post(address() + EFFECT, [heavy]), 413, "FILE_TOO_LARGE");
  });

  test("is given back as the workbook of a day", async () => {
    await post(address() + EFFECT, [await withGym(operation)]);
    const read = await collectivity.users.elected.key("read");
    for (const { date, shares } of [
      { date: "2026-03-31", shares: [500_000, 300_000] },
      { date: "2026-04-01", shares: [500_000, 500_000] },
    ]) {
      const response = await callApi(`${address()}?date=${date}`, { key: read });
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe(XLSX_TYPE);
      expect(response.headers.get("content-disposition")).toMatch(/filename="ACC\d{8}_\d{8}_ANNEXE 2\.xlsx"$/);
      const { workbook, problems } = await readAnnex2Workbook(new Uint8Array(await response.arrayBuffer()));
      expect(problems.errorCount).toBe(0);
      expect(workbook?.consumers.map(({ coefficientPpm }) => coefficientPpm).sort()).toEqual([...shares].sort());
    }
  });
});

describe("several annexes 2", () => {
  test("are each answered by themselves: the refusal of one stops no other", async () => {
    const [second, foreign] = await Promise.all([
      createTestOperation(collectivity, { key: KEY }),
      createTestOperation(stranger, { key: KEY }),
    ]);
    const good = await withGym(operation);
    const uploads = [
      good,
      { name: good.name.replace(/ACC\d{8}/, "ACC99999999"), bytes: good.bytes },
      await withGym(foreign),
      { name: "périmètre.xlsx", bytes: good.bytes },
      { name: (await withGym(second)).name, bytes: new TextEncoder().encode("PRM;Nom") },
      await withGym(second),
    ];
    const { results } = await expectAnswer(
      await post(`/api/v1/annex-2${EFFECT}`, uploads),
      200,
      annex2BulkAnswerSchema,
    );
    expect(results.map(({ fileName }) => fileName)).toEqual(uploads.map(({ name }) => name));
    expect(
      results.map((result) => [result.status, "error" in result ? result.error.code : result.annex2.status]),
    ).toEqual([
      [200, "applied"],
      [404, "NOT_FOUND"],
      [404, "NOT_FOUND"],
      [422, "UNNAMED_OPERATION"],
      [422, "ANNEX_2_REFUSED"],
      [200, "applied"],
    ]);
    const { fileName: _, ...unknown } = results[1] ?? {};
    const { fileName: _name, ...notOwn } = results[2] ?? {};
    expect(notOwn).toEqual(unknown);
    expect(await prmsOf(operation)).toHaveLength(4);
    expect(await prmsOf(second)).toHaveLength(4);
    expect(await prmsOf(foreign)).toHaveLength(3);
  });

  test("are only checked in a dry run", async () => {
    const { results } = await expectAnswer(
      await post(`/api/v1/annex-2${EFFECT}&dryRun=true`, [await withGym(operation)]),
      200,
      annex2BulkAnswerSchema,
    );
    expect(results).toMatchObject([{ status: 200, annex2: { status: "checked" } }]);
    expect(await prmsOf(operation)).toHaveLength(3);
  });
});
