import { beforeAll, beforeEach, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { writePerimeterFile } from "@/lib/formats/annex-6/write-perimeter-file";
import { perimeterFileAnswerSchema } from "@/lib/schemas/api/perimeter-file";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";

const START = civilDate("2026-03-01");
const NAME = "Perimetre_Participants.csv";

let collectivity: TestCollectivity;
let operation: TestOperation;
let key: string;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  key = await collectivity.users.elected.key("read"); // a comparison changes nothing
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity);
});

const address = () => `/api/v1/operations/${operation.accNumber}/perimeter-file`;
const row = (identifier: string, from = START) => ({ identifier, from, toExclusive: null });
const contractOf = (prm: string) => prm.slice(-10);

function form(text: string): FormData {
  const body = new FormData();
  body.append("file", new Blob([text]), NAME);
  return body;
}

const post = (text: string) => callApi(address(), { method: "POST", key, body: form(text) });

test("the registry as the operator would publish it differs in nothing", async () => {
  const { text } = writePerimeterFile([
    row(operation.point("Mairie").prm),
    row(operation.point("École").prm),
    row(contractOf(operation.point("Toiture").prm)),
  ]);
  const { perimeterFile } = await expectAnswer(await post(text), 200, perimeterFileAnswerSchema);
  expect(perimeterFile).toEqual({
    fileName: NAME,
    identicalCount: 3,
    differing: [],
    onlyRegistry: [],
    onlyFile: [],
    unknown: [],
    problems: [],
    errorCount: 0,
    warningCount: 0,
  });
});

test("each difference stands in its own list", async () => {
  const other = await createTestOperation(collectivity);
  const late = civilDate("2026-04-01");
  const { text } = writePerimeterFile([
    row(operation.point("Mairie").prm, late),
    row(other.point("Mairie").prm),
    row("0000000001"),
    row("12345"),
  ]);
  const { perimeterFile } = await expectAnswer(await post(text), 200, perimeterFileAnswerSchema);
  expect(perimeterFile).toMatchObject({
    identicalCount: 0,
    differing: [{ name: "Mairie", role: "consumer", ours: { from: START }, theirs: { from: late } }],
    onlyRegistry: [{ name: "École" }, { name: "Toiture", role: "producer" }],
    onlyFile: [{ prm: other.point("Mairie").prm, isKnown: false }],
    unknown: [{ text: "0000000001" }, { text: "12345" }],
    warningCount: 1,
  });
});

test("a file that is not understood is not compared", async () => {
  const details = await expectRefusal(
    await post("PRM;Date début;Date fin;\n12;hier;demain;"),
    422,
    "PERIMETER_FILE_REFUSED",
  );
  expect(details).toMatchObject({
    errorCount: 2,
    problems: expect.arrayContaining([expect.objectContaining({ code: "DATE_UNREADABLE", line: 2 })]),
  });
  expect(details).not.toHaveProperty("differing");
});

test("may be the body itself; comes alone, and weighs less than 5 MB", async () => {
  const { text } = writePerimeterFile([row(operation.point("Mairie").prm)]);
  const raw = await callApi(`${address()}?name=${NAME}`, {
    method: "POST",
    key,
    body: text,
    headers: { "content-type": "text/csv" },
  });
  const { perimeterFile } = await expectAnswer(raw, 200, perimeterFileAnswerSchema);
  expect(perimeterFile).toMatchObject({ fileName: NAME, identicalCount: 1 });
  const two = form(text);
  two.append("more", new Blob([text]), "encore.csv");
  await expectRefusal(await callApi(address(), { method: "POST", key, body: two }), 413, "TOO_MANY_FILES");
  await expectRefusal(await post("x".repeat(5_000_001)), 413, "FILE_TOO_LARGE");
});
