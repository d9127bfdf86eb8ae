import { unzipSync } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, test } from "vitest";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { TEST_PARTICIPANT, type TestOperation } from "../../support/create-test-operation";
import { expectRefusal } from "../../support/expect-answer";
import { settleOctober } from "../../support/settled-october";

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  ({ operation } = await settleOctober(collectivity));
}, 60_000);

const address = (query: string) => `/api/v1/operations/${operation.accNumber}/statements${query}`;

describe("the statements of several periods", { timeout: 60_000 }, () => {
  test("are an archive with one PDF for each participant, a line for each settled period and their sum", async () => {
    const key = await collectivity.users.officer.key("write");
    const response = await callApi(address("?from=2025-10-01&to=2026-10-01"), { key });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/zip"]);
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    expect(Object.keys(files)).toEqual(["001_releve_commune-des-tests.pdf"]);
    const document = await getDocumentProxy(files["001_releve_commune-des-tests.pdf"] as Uint8Array);
    const { text } = await extractText(document, { mergePages: true });
    const words = text.replace(/\s+/g, " ");
    expect(words).toContain(TEST_PARTICIPANT.name);
    for (const part of ["Ce que vous avez consommé", "Ce que vous avez produit"]) expect(words).toContain(part);
    const [month, total] = ["octobre 2025", "Total"].map(
      (name) => new RegExp(`${name} ((?:[\\d ]+,\\d{2} ){3})`).exec(words)?.[1],
    );
    expect(month).toBe(total);
    expect(month).toBeDefined();
  });

  test("are none where nothing is settled", async () => {
    const key = await collectivity.users.officer.key("write");
    await expectRefusal(await callApi(address("?from=2024-01-01&to=2025-01-01"), { key }), 404, "NOT_FOUND");
    await expectRefusal(await callApi(address("?from=2025-10-01&to=2025-10-01"), { key }), 400, "INVALID_REQUEST");
  });
});
