import { unzipSync } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { consentListSchema, recordedConsentSchema } from "@/lib/schemas/api/consents";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { signedDocument } from "../../support/signed-document";

const UNKNOWN_ID = "01890000-0000-7000-8000-00000000ffff";
const AGREED = "kind=agreement&participation=true&curveCollection=true&organiserTransmission=true";

let collectivity: TestCollectivity;
let operation: TestOperation;
let key: string;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  key = await collectivity.users.officer.key("write");
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity);
});

const address = (path = "") => `/api/v1/operations/${operation.accNumber}/consents${path}`;
const get = (path = "") => callApi(address(path), { key });
const list = async (query = "") => expectAnswer(await get(query), 200, consentListSchema);
const holder = async () => (await list()).missing[0]?.participantId ?? "";

function form(name = "accord.pdf", bytes = signedDocument()): FormData {
  const body = new FormData();
  body.append("file", new Blob([bytes]), name);
  return body;
}

async function record(query: string, body?: FormData, by?: string): Promise<Response> {
  const participantId = by ?? (await holder());
  const path = address(`?participantId=${participantId}&${query}`);
  return callApi(path, { method: "POST", key, ...(body ? { body } : {}) });
}

async function recordAgreement(body?: FormData): Promise<string> {
  const response = await record(`${AGREED}&givenDay=2026-02-10`, body);
  return (await expectAnswer(response, 201, recordedConsentSchema)).consent.id;
}

async function readPdf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)), { mergePages: true });
  return text.replace(/\s+/g, " ");
}

test("is recorded with its document, listed, and given back as it came", async () => {
  expect((await list()).missing).toHaveLength(3);
  const id = await recordAgreement(form("accord signé.pdf"));
  const { consents, missing } = await list("?date=2026-03-01");
  expect(missing).toEqual([]);
  expect(consents).toMatchObject([{ id, state: "valid", prm: null, document: { name: "accord signé.pdf" } }]);
  const document = await get(`/${id}/document`);
  expect(document.headers.get("content-type")).toBe("application/pdf");
  expect(document.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''accord%20sign%C3%A9.pdf");
  expect(Buffer.from(await document.arrayBuffer()).equals(signedDocument())).toBe(true);
});

test("without a document, it is joined later, once", async () => {
  const id = await recordAgreement();
  await expectRefusal(await get(`/${id}/document`), 404, "NOT_FOUND");
  const join = (body: FormData) => callApi(address(`/${id}/document`), { method: "POST", key, body });
  await expectRefusal(await join(form("accord.png")), 422, "UNREADABLE_DOCUMENT");
  await expectAnswer(await join(form()), 201, recordedConsentSchema);
  await expectRefusal(await join(form("autre.pdf", signedDocument("autre"))), 422, "CONSENT_NOT_OPEN");
  expect((await list()).consents[0]?.document?.name).toBe("accord.pdf");
});

test("is withdrawn, once, from a day it had been given", async () => {
  const id = await recordAgreement();
  const withdraw = (day: string) =>
    callApi(address(`/${id}/withdrawal`), { method: "POST", key, json: { day, note: "par téléphone" } });
  await expectRefusal(await withdraw("2026-02-09"), 422, "INVALID_CONSENT_DAYS");
  await expectAnswer(await withdraw("2026-04-20"), 200, recordedConsentSchema);
  await expectRefusal(await withdraw("2026-04-21"), 422, "CONSENT_NOT_OPEN");
  expect((await list("?date=2026-04-20")).consents).toMatchObject([{ state: "withdrawn", withdrawnDay: "2026-04-20" }]);
  expect((await list("?date=2026-04-20")).missing).toHaveLength(3);
  expect((await list("?date=2026-04-19")).missing).toEqual([]);
});

describe("refused", () => {
  test.for([
    ["without a day", AGREED, 400, "INVALID_REQUEST"],
    ["that authorises nothing", "kind=agreement&givenDay=2026-02-10", 400, "INVALID_REQUEST"],
    ["an information that authorises", `${AGREED}&kind=tenant_information&givenDay=2026-02-10`, 400, "INVALID_REQUEST"],
    [
      "of a site he does not hold",
      `${AGREED}&givenDay=2026-02-10&meteringPointId=${UNKNOWN_ID}`,
      422,
      "UNKNOWN_CONSENT_HOLDER",
    ],
    ["signed in the future", `${AGREED}&givenDay=2199-01-01`, 422, "INVALID_CONSENT_DAYS"],
  ] as const)("a consent %s", async ([, query, status, code]) => {
    await expectRefusal(await record(query), status, code);
    expect((await list()).consents).toEqual([]);
  });

  test("a document of more than 10 MB, or two of them", async () => {
    const large = new Uint8Array(10_000_001);
    large.set(signedDocument());
    const query = `${AGREED}&givenDay=2026-02-10`;
    await expectRefusal(await record(query, form("grand.pdf", large)), 413, "FILE_TOO_LARGE");
    const two = form();
    two.append("file", new Blob([signedDocument("deux")]), "deux.pdf");
    await expectRefusal(await record(query, two), 413, "TOO_MANY_FILES");
    expect((await list()).consents).toEqual([]);
  });
});

test("the forms: one participant's, or those of everyone who lacks one, until nobody does", {
  timeout: 30_000,
}, async () => {
  const participant = await holder();
  for (const path of ["/form", `/form?participant=${participant}`]) {
    const response = await get(path);
    expect(response.headers.get("content-type")).toBe("application/pdf");
    const text = await readPdf(new Uint8Array(await response.arrayBuffer()));
    for (const { prm } of operation.points) expect(text).toContain(prm);
    expect(text).toContain(operation.accNumber);
  }
  await recordAgreement();
  await expectRefusal(await get("/form"), 404, "NOT_FOUND");
  expect((await get(`/form?participant=${participant}`)).status).toBe(200);
  await expectRefusal(await get(`/form?participant=${UNKNOWN_ID}`), 404, "NOT_FOUND");
});

test("the proof: the documents as they came, and what they are worth on the day of the request", {
  timeout: 30_000,
}, async () => {
  const participant = await holder();
  await recordAgreement(form("accord/../signé.pdf"));
  expect((await record("kind=agreement&curveCollection=true&givenDay=2026-02-11", undefined, participant)).status).toBe(
    201,
  );
  for (const query of ["?requestedOn=2026-11-22", `?requestedOn=2026-11-22&participant=${participant}`]) {
    const response = await get(`/proof${query}`);
    expect(response.headers.get("content-disposition")).toContain(`${operation.accNumber}_consentements_20261122.zip`);
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const [summary, document, ...others] = Object.keys(files);
    expect([summary, others]).toEqual(["recapitulatif.pdf", []]);
    expect(document).toMatch(/^documents\/002_[^/]*signé\.pdf$/);
    expect(Buffer.from(files[document ?? ""] ?? []).equals(signedDocument())).toBe(true);
    const text = await readPdf(files["recapitulatif.pdf"] ?? new Uint8Array());
    expect(text).toContain("au plus tard le 04/12/2026");
    expect(text).toContain("document non joint");
  }
  await expectRefusal(await get(`/proof?participant=${UNKNOWN_ID}`), 404, "NOT_FOUND");
});
