import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listDeliveries } from "@/lib/data/coefficient-deliveries";
import { annex5AnswerSchema } from "@/lib/schemas/api/annex-5";
import { listPeriodPoints } from "@/lib/services/coefficients/list-period-points";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, nextPrm, type TestOperation } from "../../support/create-test-operation";
import { createDynamicOperation, OCTOBER, octoberFile } from "../../support/dynamic-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

let collectivity: TestCollectivity;
let operation: TestOperation;
let key: string;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  key = await collectivity.users.officer.key("write");
});

beforeEach(async () => {
  operation = await createDynamicOperation(collectivity);
});

type File = { readonly name: string; readonly lines: readonly string[] };

function post({ name, lines }: File, query = "", acc = operation.accNumber) {
  const body = new FormData();
  body.append("file", new Blob([`${lines.join("\r\n")}\r\n`]), name);
  return callApi(`/api/v1/operations/${acc}/coefficients/annex-5${query}`, { method: "POST", key, body });
}

const fetchFile = (from: string = OCTOBER.from) =>
  callApi(`/api/v1/operations/${operation.accNumber}/coefficients/annex-5?from=${from}`, { key });

/** The codes and lines of a refusal. */
async function refusedWith(response: Response): Promise<readonly string[]> {
  const { problems } = await expectRefusal(response, 422, "ANNEX_5_REFUSED");
  return (problems as readonly { code: string; line?: number }[]).map(({ code, line }) => `${code}@${line ?? ""}`);
}

describe("a file without a fault", () => {
  test("is only checked when asked, and becomes the draft of its month otherwise", async () => {
    const file = octoberFile(operation, ["33,33", "66,67"]);
    const checked = await expectAnswer(await post(file, "?dryRun=true"), 200, annex5AnswerSchema);
    expect(checked.annex5).toEqual({
      status: "checked",
      deliveryId: null,
      fileName: file.name,
      ...OCTOBER,
      rowCount: 1_490,
      consumerCount: 2,
      problems: [],
      errorCount: 0,
      warningCount: 0,
    });
    expect(await listDeliveries(operation.id)).toEqual([]);

    const { annex5 } = await expectAnswer(await post(file), 200, annex5AnswerSchema);
    expect(await listDeliveries(operation.id)).toMatchObject([
      {
        id: annex5.deliveryId,
        ...{ state: "draft", version: 1, period: OCTOBER, unitPpm: 100, fileName: file.name },
        ...{ rule: { kind: "file" }, problems: [] },
      },
    ]);
  });

  test("comes back as it was sent, across the October change", async () => {
    const file = octoberFile(operation, ["0,00", "0,00"]);
    const lines = file.lines.map((line, n) => (n === 0 ? line : line.replace("0,00;", `${n % 100},25;`)));
    await expectAnswer(await post({ ...file, lines }), 200, annex5AnswerSchema);
    const response = await fetchFile();
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${file.name}"`);
    expect((await response.text()).split("\r\n")).toEqual([...lines, ""]);
  });

  test("written otherwise is taken, and said", async () => {
    const { name, lines } = octoberFile(operation, ["33.33", "66,67"]);
    const backwards = [lines[0] ?? "", ...lines.slice(1).toReversed()];
    const { annex5 } = await expectAnswer(await post({ name, lines: backwards }), 200, annex5AnswerSchema);
    expect(annex5.problems.map(({ code }) => code)).toEqual(["R9_OUT_OF_ORDER", "R9_WRITTEN_OTHERWISE"]);
  });

  test("sent again takes the place of the draft before", async () => {
    await post(octoberFile(operation, ["10", "90"]));
    await post(octoberFile(operation, ["20", "80"]));
    const deliveries = await listDeliveries(operation.id);
    expect(deliveries.map(({ version, isSuperseded }) => [version, isSuperseded])).toEqual([
      [2, false],
      [1, true],
    ]);
    expect(await (await fetchFile()).text()).toContain("01-10-2025 00:00;20,00;80,00\r\n");
  });
});

describe("a faulty file is refused, told line by line, and nothing is kept", () => {
  const damages: readonly { why: string; damage: (file: File) => File; codes: readonly string[] }[] = [
    {
      why: "one row short",
      damage: ({ name, lines }) => ({ name, lines: lines.toSpliced(700, 1) }),
      codes: ["R6_ROW_MISSING@700"],
    },
    {
      why: "one sum of 100,0001 %",
      damage: ({ name, lines }) => ({ name, lines: lines.with(9, lines[9]?.replace("66,67", "66,6701") ?? "") }),
      codes: ["R7_SUM_ABOVE_100@10"],
    },
    {
      why: "a period of its own",
      damage: ({ name, lines }) => ({ name: name.replace("31102025", "30102025"), lines }),
      codes: ["R3_PERIOD@"],
    },
    {
      why: "another operation's",
      damage: ({ name, lines }) => ({ name: name.replace(/^ACC\d{8}/, "ACC99999999"), lines }),
      codes: ["R1_OPERATION@"],
    },
    {
      why: "a PRM that is no consumer",
      damage: ({ name, lines }) => ({
        name,
        lines: lines.with(0, lines[0]?.replace(/\d{14}$/, "99999999999999") ?? ""),
      }),
      codes: ["R5_PRM_FOREIGN@1", "R5_PRM_MISSING@1"],
    },
    {
      why: "several faults at once",
      damage: ({ name, lines }) => ({ name, lines: lines.with(3, "03-10-2025 00:00;1;1").with(5, `${lines[5]};4`) }),
      codes: ["R6_ROW_MISSING@3", "R9_OUT_OF_ORDER@5", "R8_CELL_COUNT@6", "R6_ROW_TWICE@98"],
    },
  ];

  test.for(damages)("$why", async ({ damage, codes }) => {
    const file = damage(octoberFile(operation, ["33,33", "66,67"]));
    expect(await refusedWith(await post(file, "?dryRun=true"))).toEqual(codes);
    expect(await refusedWith(await post(file))).toEqual(codes);
    expect(await listDeliveries(operation.id)).toEqual([]);
  });
});

test("three thirds and a hundredth are 100 %", async () => {
  operation = await createDynamicOperation(collectivity, {
    perimeter: { Toiture: ["producer"], A: ["consumer"], B: ["consumer"], C: ["consumer"], D: ["consumer"] },
  });
  const { annex5 } = await expectAnswer(
    await post(octoberFile(operation, ["33,33", "33,33", "33,33", "0,01"])),
    200,
    annex5AnswerSchema,
  );
  expect(annex5.errorCount).toBe(0);
});

test("without a dynamic key, or for a period that is not over, there is nothing to send", async () => {
  const other = await createTestOperation(collectivity, { startDay: OCTOBER.from, key: "default" });
  await expectRefusal(await post(octoberFile(other, ["1", "1"]), "", other.accNumber), 422, "NOT_DYNAMIC");
  await expectRefusal(await post(octoberFile(operation, ["1", "1"]), "?from=2099-01-01"), 422, "UNKNOWN_PERIOD");
});

test("a month that has no key yet is not found", async () => {
  await expectRefusal(await fetchFile(), 404, "NOT_FOUND");
});

test("a month of 1 000 consumers comes in and goes out", async () => {
  // By hand: the registry adds points one by one.
  await sql(
    `WITH site AS (
       INSERT INTO metering_point (operation_id, id, participant_id, prm, name)
       SELECT operation_id, gen_random_uuid(), participant_id, lpad(($2::bigint + n)::text, 14, '0'), 'Maison ' || n
         FROM metering_point, generate_series(1, 998) n WHERE operation_id = $1 AND name = 'Mairie'
       RETURNING *)
     INSERT INTO attachment (operation_id, id, metering_point_id, participant_id, prm, role, from_day)
     SELECT operation_id, gen_random_uuid(), id, participant_id, prm, 'consumer', $3::date FROM site`,
    [
      operation.id,
      nextPrm()
        .replace(/\d{3}$/, "000")
        .replace(/^./, "8"),
      OCTOBER.from,
    ],
  );
  const { consumers } = await listPeriodPoints(operation.id, OCTOBER);
  const points = consumers.map((consumer) => ({ ...consumer, roles: ["consumer" as const] }));
  const cells = Array.from({ length: 1_000 }, () => "0,10");
  const { annex5 } = await expectAnswer(
    await post(octoberFile({ ...operation, points }, cells)),
    200,
    annex5AnswerSchema,
  );
  expect(annex5).toMatchObject({ rowCount: 1_490, consumerCount: 1_000, errorCount: 0 });
  const text = await (await fetchFile()).text();
  expect(text.split("\r\n", 2)[1]).toBe(`01-10-2025 00:00${";0,10".repeat(1_000)}`);
}, 60_000);
