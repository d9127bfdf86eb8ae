import { beforeAll, describe, expect, test } from "vitest";
import { climatePlanSchema, referentialImportSchema } from "@/lib/schemas/api/climate-plan";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { caeMarkdown } from "../../support/referential-markdown";

let own: TestCollectivity;
let key: string;

beforeAll(async () => {
  own = await createTestCollectivity();
  key = await own.users.officer.key("write");
});

const plan = (rest = "") => `/api/v1/collectivities/${own.id}/climate-plan${rest}`;
const put = (statuses: unknown) => callApi(plan("/statuses"), { key, method: "PUT", json: { statuses } });
const send = (files: readonly { name: string; bytes: Uint8Array }[], query = "") => {
  const body = new FormData();
  for (const { name, bytes } of files) body.append("fichier", new File([new Uint8Array(bytes)], name));
  return callApi(plan(`/referential${query}`), { key, method: "POST", body });
};

test("is read by whoever belongs to the collectivity, and by nobody else", async () => {
  const elected = await own.users.elected.key("read");
  const { stars, statuses, scores } = await expectAnswer(
    await callApi(plan(), { key: elected }),
    200,
    climatePlanSchema,
  );
  expect([stars, statuses]).toEqual([1, {}]);
  expect(scores["cae_3.1.1"]).toMatchObject({ potentialPoints: 10, unfilledPoints: 10, totalTasks: 17 });
  const stranger = await (await createTestCollectivity()).users.admin.key("write");
  await expectRefusal(await callApi(plan(), { key: stranger }), 404, "NOT_FOUND");
  const elsewhere = { key: stranger, method: "PUT", json: { statuses: {} } };
  await expectRefusal(await callApi(plan("/statuses"), elsewhere), 404, "NOT_FOUND");
  await expectRefusal(await callApi("/api/v1/collectivities/inconnue/climate-plan", { key }), 404, "NOT_FOUND");
});

describe("answers", () => {
  test("are kept, scored and taken back", async () => {
    const done = await expectAnswer(await put({ "cae_3.1.1.5.2": { status: "done" } }), 200, climatePlanSchema);
    expect(done.statuses).toEqual({ "cae_3.1.1.5.2": { status: "done" } });
    expect(done.scores.cae?.donePoints).toBe(0.667);
    const none = await expectAnswer(await put({ "cae_3.1.1.5.2": null }), 200, climatePlanSchema);
    expect(none.statuses).toEqual({});
  });

  test.for<[string, unknown, number, string]>([
    ["of no action", { "cae_9.9.9": { status: "done" } }, 422, "UNKNOWN_NODE"],
    ["of a measure", { "cae_3.1.1": { status: "done" } }, 422, "STATUS_ABOVE_SUB_ACTION"],
    ["that are no whole", { "cae_3.1.1.5": { status: "detailed", detail: [0.5, 0.1, 0.1] } }, 422, "INVALID_DETAIL"],
    ["of no kind", { "cae_3.1.1.5": { status: "fait" } }, 400, "INVALID_REQUEST"],
  ])("%s are refused", async ([, statuses, status, code]) => {
    await expectRefusal(await put(statuses), status, code);
  });
});

describe("notes", () => {
  const say = (notes: unknown) => callApi(plan("/notes"), { key, method: "PUT", json: { notes } });

  test("are kept field by field, and taken back", async () => {
    const pilot = { kind: "member", userId: own.users.elected.id };
    await say({ "cae_3.1.1.5.2": { explanation: "Une toiture,\nbientôt deux.", pilot } });
    const both = await expectAnswer(await say({ "cae_3.1.1.5.2": { dueDay: "2027-06-30" } }), 200, climatePlanSchema);
    const note = { explanation: "Une toiture,\nbientôt deux.", outReason: null, pilot, dueDay: "2027-06-30" };
    expect(both.notes).toEqual({ "cae_3.1.1.5.2": note });
    const nothing = { explanation: null, pilot: null, dueDay: null };
    const none = await expectAnswer(await say({ "cae_3.1.1.5.2": nothing }), 200, climatePlanSchema);
    expect(none.notes).toEqual({});
  });

  test.for<[string, string, unknown, number, string]>([
    ["of no action", "cae_9.9.9", { explanation: "Rien" }, 422, "UNKNOWN_NODE"],
    ["of a measure", "cae_3.1.1", { explanation: "Rien" }, 422, "STATUS_ABOVE_SUB_ACTION"],
    ["for no day", "cae_3.1.1.5", { dueDay: "30/06/2027" }, 400, "INVALID_REQUEST"],
    ["too long", "cae_3.1.1.5", { explanation: "a".repeat(10_001) }, 400, "INVALID_REQUEST"],
  ])("%s are refused", async ([, id, note, status, code]) => {
    await expectRefusal(await say({ [id]: note }), status, code);
  });
});

describe("the text of the referential", () => {
  const files = caeMarkdown().filter(({ name }) => /\/3(?:\.1\.[12])?\.md$/.test(name));

  test("is only looked at when asked to", async () => {
    const result = await expectAnswer(await send(files, "?dryRun=true"), 200, referentialImportSchema);
    expect(result).toMatchObject({ isKept: false, errorCount: 0, found: { points: 20 } });
  });

  test("takes the place of the one before", async () => {
    expect(await expectAnswer(await send(files), 200, referentialImportSchema)).toMatchObject({ isKept: true });
    const { scores } = await expectAnswer(await callApi(plan(), { key }), 200, climatePlanSchema);
    expect(scores.cae?.potentialPoints).toBe(20);
  });

  test("is refused with one error, which is told with its file and line", async () => {
    const bad = { name: "3.1.3.md", bytes: new TextEncoder().encode("# Sans identifiant\n") };
    const details = await expectRefusal(await send([...files, bad]), 422, "REFERENTIAL_REFUSED");
    expect(details).toMatchObject({
      errorCount: 1,
      files: expect.arrayContaining([
        { name: "3.1.3.md", problems: expect.objectContaining({ listed: [expect.objectContaining({ line: 1 })] }) },
      ]),
    });
  });
});
