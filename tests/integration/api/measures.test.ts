import { zipSync } from "fflate";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ImportReport } from "@/lib/domain/measures/import-report";
import { measureImportListSchema, measureImportSchema, submittedImportSchema } from "@/lib/schemas/api/measure-import";
import { INLINE_BYTES, UPLOAD_LIMITS } from "@/lib/services/measures/upload-limits";
import { TEST_ORIGIN } from "../../support/api-request";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { testCurveFile } from "../../support/test-curve-file";

type TestFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

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

const address = (rest = "measures") => `/api/v1/operations/${operation.accNumber}/${rest}`;

function curve(name: string, energyWh = 500, days: [string, string] = ["2026-03-01", "2026-03-31"]): TestFile {
  const point = operation.point(name);
  const quantity = point.roles.includes("producer") ? "injection" : "withdrawal";
  const file = testCurveFile({ identifier: point.prm, quantity, days, energyWh });
  return { name: file.name, bytes: Uint8Array.from(file.bytes) };
}

function form(files: readonly TestFile[], field = "files"): FormData {
  const body = new FormData();
  for (const [index, { name, bytes }] of files.entries()) {
    body.append(index === 0 ? field : `${field}${index}`, new Blob([bytes]), name);
  }
  return body;
}

const send = (body: BodyInit, headers: Record<string, string> = {}, query = "") =>
  callApi(address() + query, { method: "POST", key, body, headers });

describe("files of a form", () => {
  test("are imported whole, whatever their fields are called", async () => {
    const files = ["Mairie", "École", "Toiture"].map((name) => curve(name));
    const response = await send(form(files, "n’importe"));
    const { import: imported } = await expectAnswer(response, 201, submittedImportSchema);
    expect(imported.status).toBe("done");
    expect(imported.report?.files.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    expect(imported.report?.totals).toMatchObject({ fileCount: 3, newDayCount: 93, valueCount: 3 * 1486 });

    const location = response.headers.get("location") ?? "";
    expect(location).toBe(address(`imports/${imported.id}`));
    const read = await expectAnswer(await callApi(location, { key }), 200, measureImportSchema);
    expect(read.import).toMatchObject({ id: imported.id, status: "done", filesDone: 3, filesTotal: 3 });
    expect(read.import.report).toEqual(imported.report);
  });

  test("sent again change nothing, and say so", async () => {
    const files = [curve("Mairie"), curve("École")];
    await expectAnswer(await send(form(files)), 201, submittedImportSchema);
    const again = await expectAnswer(await send(form(files)), 200, submittedImportSchema);
    expect(again.import.report?.files.map(({ outcome }) => outcome)).toEqual(["already_imported", "already_imported"]);
  });

  test("with other values correct the days they give", async () => {
    await send(form([curve("Mairie")]));
    const answer = await send(form([curve("Mairie", 501, ["2026-03-10", "2026-03-11"])]));
    const { import: imported } = await expectAnswer(answer, 201, submittedImportSchema);
    expect(imported.report?.totals).toMatchObject({ newDayCount: 0, correctedDayCount: 2 });
  });

  test("are all refused when one is wrong, with the line and the reason", async () => {
    const good = curve("Mairie");
    const text = new TextDecoder()
      .decode(curve("École").bytes)
      .replace("01/03/2026 05:00;1000", "01/03/2026 05:00;abc");
    const wrong = { name: curve("École").name, bytes: new TextEncoder().encode(text) };
    const details = await expectRefusal(await send(form([good, wrong])), 422, "IMPORT_REFUSED");
    const report = details.report as ImportReport;
    expect(report.files[1]).toMatchObject({ name: wrong.name, outcome: "refused", errorCount: 1 });
    expect(report.files[1]?.problems[0]).toMatchObject({ severity: "error", line: 6 });

    // Nothing of it was written: the good one is new when it comes alone.
    const alone = await expectAnswer(await send(form([good])), 201, submittedImportSchema);
    expect(alone.import.report?.totals.newDayCount).toBe(31);
    const refused = await callApi(address(`imports/${details.importId}`), { key });
    expect((await expectAnswer(refused, 200, measureImportSchema)).import.status).toBe("refused");
  });

  test("of a PRM of somebody else are refused", async () => {
    const other = await createTestOperation(collectivity);
    const days = ["2026-03-01", "2026-03-02"] as const;
    const foreign = testCurveFile({
      identifier: other.point("Mairie").prm,
      quantity: "withdrawal",
      days,
      energyWh: 1,
    });
    const file = { name: foreign.name, bytes: Uint8Array.from(foreign.bytes) };
    await expectRefusal(await send(form([file])), 422, "IMPORT_REFUSED");
  });

  test("may come in a session from our own pages", async () => {
    const cookie = await collectivity.users.officer.cookie();
    const options = { method: "POST", cookie, origin: TEST_ORIGIN, body: form([curve("Mairie")]) };
    await expectAnswer(await callApi(address(), options), 201, submittedImportSchema);
  });
});

describe("a file as it is", () => {
  test.for([
    [
      "its header",
      (name: string) => ({ headers: { "content-disposition": `attachment; filename="${name}"` }, query: "" }),
    ],
    ["its address", (name: string) => ({ headers: {}, query: `?name=${encodeURIComponent(name)}` })],
  ] as const)("takes its name from %s", async ([, place]) => {
    const { name, bytes } = curve("Mairie");
    const { headers, query } = place(name);
    const response = await send(bytes, { "content-type": "text/csv", ...headers }, query);
    const { import: imported } = await expectAnswer(response, 201, submittedImportSchema);
    expect(imported.report?.files[0]?.name).toBe(name);
  });

  test("may be an archive", async () => {
    const files = [curve("Mairie"), curve("Toiture")];
    const zip = zipSync(Object.fromEntries(files.map(({ name, bytes }) => [`mars/${name}`, bytes])));
    const headers = { "content-type": "application/zip", "content-disposition": 'attachment; filename="mars.zip"' };
    const { import: imported } = await expectAnswer(
      await send(Uint8Array.from(zip), headers),
      201,
      submittedImportSchema,
    );
    expect(imported.report?.files.map(({ archive }) => archive)).toEqual(["mars.zip", "mars.zip"]);
  });

  test("too heavy for one request is queued, and its import can be followed", async () => {
    const body = new Uint8Array(INLINE_BYTES + 1).fill(0x20);
    const name = curve("Mairie").name;
    const response = await send(body, { "content-type": "text/csv" }, `?name=${name}`);
    const { import: queued } = await expectAnswer(response, 202, submittedImportSchema);
    expect(queued).toMatchObject({ status: "queued", report: null });
    const followed = await callApi(response.headers.get("location") ?? "", { key });
    const { import: read } = await expectAnswer(followed, 200, measureImportSchema);
    expect(read).toMatchObject({ status: "queued", filesDone: 0, fileNames: [name] });
  });
});

describe("what is refused before it is read as measures", () => {
  const csv = { "content-type": "text/csv" };
  const zeros = (bytes: number) => new Uint8Array(bytes);

  test.for<[string, () => [BodyInit, Record<string, string>, string?], number, string]>([
    ["a form without a file", () => [form([]), {}], 400, "NO_FILE"],
    ["a form with fields only", () => [fieldsOnly(), {}], 400, "NO_FILE"],
    ["an empty body", () => ["", csv, "?name=a.csv"], 400, "NO_FILE"],
    ["a file without a name", () => ["1;2", csv], 400, "MISSING_FILE_NAME"],
    ["JSON", () => ["{}", { "content-type": "application/json" }], 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["a form without a boundary", () => ["x", { "content-type": "multipart/form-data" }], 400, "MALFORMED_MULTIPART"],
    [
      "a form cut short",
      () => ["--b\r\ncontent-disposition: form-data; filename=a.csv\r\n\r\n1", multipart("b")],
      400,
      "MALFORMED_MULTIPART",
    ],
    ["a file above 50 MB", () => [zeros(UPLOAD_LIMITS.fileBytes + 1), csv, "?name=a.csv"], 413, "FILE_TOO_LARGE"],
    ["a body above 100 MB", () => [endless(), csv, "?name=a.csv"], 413, "BODY_TOO_LARGE"],
    ["too many files", () => [manyFiles(UPLOAD_LIMITS.files + 1), multipart("b")], 413, "TOO_MANY_FILES"],
    ["a sender that breaks off", () => [broken(), csv, "?name=a.csv"], 400, "INCOMPLETE_BODY"],
  ])("%s", async ([, request, status, code]) => {
    const [body, headers, query] = request();
    await expectRefusal(await send(body, headers, query), status, code);
  });

  test("names the limit in French", async () => {
    const details = await expectRefusal(await send(endless(), csv, "?name=a.csv"), 413, "BODY_TOO_LARGE");
    expect(details.limit).toBe("100\u00a0Mo par envoi");
  });

  test("a declared length is believed: nothing is read", async () => {
    let isRead = false;
    const body = new ReadableStream(
      {
        pull() {
          isRead = true;
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { ...csv, "content-length": String(UPLOAD_LIMITS.requestBytes + 1) };
    await expectRefusal(await send(body, headers, "?name=a.csv"), 413, "BODY_TOO_LARGE");
    expect(isRead).toBe(false);
  });

  test("an endless body is read to the limit and no further", async () => {
    let sent = 0;
    await expectRefusal(
      await send(
        endless((bytes) => (sent += bytes)),
        csv,
        "?name=a.csv",
      ),
      413,
      "BODY_TOO_LARGE",
    );
    expect(sent).toBeLessThan(UPLOAD_LIMITS.requestBytes + 5_000_000);
  });
});

describe("imports", () => {
  test("are listed latest first, with their totals and not their files", async () => {
    const first = await expectAnswer(await send(form([curve("Mairie")])), 201, submittedImportSchema);
    const second = await expectAnswer(await send(form([curve("École")])), 201, submittedImportSchema);
    const { imports } = await expectAnswer(await callApi(address("imports"), { key }), 200, measureImportListSchema);
    expect(imports.map(({ id }) => id)).toEqual([second.import.id, first.import.id]);
    expect(imports[1]?.totals?.newDayCount).toBe(31);
  });

  test.for(["1", "01890000-0000-7000-8000-00000000ffff", "%00", "undefined"])("none is called %j", async (id) => {
    await expectRefusal(await callApi(address(`imports/${id}`), { key }), 404, "NOT_FOUND");
  });

  test("of another operation are not there", async () => {
    const { import: imported } = await expectAnswer(await send(form([curve("Mairie")])), 201, submittedImportSchema);
    const other = await createTestOperation(collectivity);
    const path = `/api/v1/operations/${other.accNumber}/imports/${imported.id}`;
    await expectRefusal(await callApi(path, { key }), 404, "NOT_FOUND");
  });
});

const multipart = (boundary: string) => ({ "content-type": `multipart/form-data; boundary=${boundary}` });

function fieldsOnly(): FormData {
  const body = new FormData();
  body.append("comment", "bonjour");
  return body;
}

function manyFiles(count: number): string {
  const part = '--b\r\ncontent-disposition: form-data; name="f"; filename="a.csv"\r\n\r\n1\r\n';
  return `${part.repeat(count)}--b--\r\n`;
}

function endless(onSent: (bytes: number) => void = () => undefined): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(1_000_000);
  return new ReadableStream({
    pull(controller) {
      onSent(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
}

function broken(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      controller.error(new Error("aborted"));
    },
  });
}
