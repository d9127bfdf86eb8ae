import { beforeAll, describe, expect, test } from "vitest";
import { climateAuditListSchema } from "@/lib/schemas/api/climate-audit-routes";
import {
  createdSnapshotSchema,
  snapshotComparisonSchema,
  snapshotListSchema,
  snapshotSchema,
} from "@/lib/schemas/api/climate-snapshot-routes";
import { answerClimateProfile } from "@/lib/services/climate-plan/answer-climate-profile";
import { closeAudit } from "@/lib/services/climate-plan/close-audit";
import { importClimateReferential } from "@/lib/services/climate-plan/import-climate-referential";
import { setClimateStatuses } from "@/lib/services/climate-plan/set-climate-statuses";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { CAE_ROWS, caeMarkdown } from "../../support/referential-markdown";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const UNKNOWN_ID = "01890000-0000-7000-8000-00000000ffff";

let own: TestCollectivity;
let key: string;

beforeAll(async () => {
  own = await createTestCollectivity();
  key = await own.users.officer.key("write");
});

const plan = (rest: string) => `/api/v1/collectivities/${own.id}/climate-plan${rest}`;
const take = async (name: string) => {
  const response = await callApi(plan("/snapshots"), { key, method: "POST", json: { name } });
  return (await expectAnswer(response, 201, createdSnapshotSchema)).snapshot.id;
};
const compare = async (before: string, after: string) =>
  expectAnswer(
    await callApi(plan(`/snapshot-comparison?before=${before}&after=${after}`), { key }),
    200,
    snapshotComparisonSchema,
  );
const answer = (id: string, status: "done" | "planned") =>
  setClimateStatuses(own.id, own.users.officer.actor, new Map([[id, { status }]]));

describe.sequential("kept states", () => {
  let first: string;
  let second: string;

  test("are taken, listed and read whole", async () => {
    first = await take("Janvier");
    await answer("cae_3.1.1.5.2", "done");
    await answerClimateProfile(own.id, own.users.officer.actor, {
      kind: "commune",
      population: 2_140,
      isOverseas: false,
      answers: new Map([["AOD_gaz", false]]),
    });
    second = await take("Juin");
    const { snapshots } = await expectAnswer(await callApi(plan("/snapshots"), { key }), 200, snapshotListSchema);
    expect(snapshots.map(({ name }) => name)).toEqual(["Juin", "Janvier"]);
    const whole = await expectAnswer(await callApi(plan(`/snapshots/${second}`), { key }), 200, snapshotSchema);
    expect(whole).toMatchObject({ name: "Juin", reason: null, statuses: { "cae_3.1.1.5.2": { status: "done" } } });
    expect(whole.actions.find(({ id }) => id === "cae_3.1.1.5.2")).toMatchObject({
      depth: 5,
      title: expect.any(String),
    });
  });

  test("are compared, and the sums agree", async () => {
    const { actions, profile, before, after } = await compare(first, second);
    const [root, ...rest] = actions;
    expect(root?.donePoints).toBe(after.donePoints);
    expect(root?.potentialPoints).toBeCloseTo(after.potentialPoints - before.potentialPoints, 3);
    expect(rest.find(({ id }) => id === "cae_3.1.1.5.2")).toMatchObject({
      statusBefore: null,
      statusAfter: { status: "done" },
    });
    expect(profile).toContainEqual({ field: { question: "AOD_gaz" }, before: null, after: false });
    const back = await compare(second, first);
    expect(back.actions[0]?.donePoints).toBe(-(root?.donePoints ?? 0));
  });

  test("the same twice, or today unchanged, differs in nothing", async () => {
    for (const after of [second, "today"]) {
      const { actions, profile } = await compare(second, after);
      expect([actions.length, profile]).toEqual([1, []]);
    }
  });

  test("another referential in between is said action by action", async () => {
    const files = caeMarkdown().filter(({ name }) => /\/3(?:\.1\.2)?\.md$/.test(name));
    await importClimateReferential(own.id, own.users.officer.actor, files, false);
    const { actions } = await compare(second, "today");
    expect(actions.find(({ id }) => id === "cae_3.1.1")).toMatchObject({ after: null });
    expect(actions.find(({ id }) => id === "cae_3.1.2")).toMatchObject({ before: null });
    const whole = await expectAnswer(await callApi(plan(`/snapshots/${second}`), { key }), 200, snapshotSchema);
    expect(whole.actions.some(({ number }) => number === "3.1.1.5.2")).toBe(true);
  });

  test("kept before their words were, they have those of today", async () => {
    const [{ id } = { id: "" }] = await sql<{ id: string }>(
      `INSERT INTO climate_snapshot (id, collectivity_id, name, content)
       SELECT gen_random_uuid(), collectivity_id, 'Ancien', content - '{actions,measureDepth,profile,consequences,notes,evidence}'::text[]
         FROM climate_snapshot WHERE id = $1 RETURNING id`,
      [second],
    );
    const whole = await expectAnswer(await callApi(plan(`/snapshots/${id}`), { key }), 200, snapshotSchema);
    expect(whole.actions.map(({ number }) => number)).toContain("");
    expect((await compare(id, second)).isProfileKnown).toBe(false);
  });

  test("are nobody else's, and none is made up", async () => {
    const stranger = await (await createTestCollectivity()).users.admin.key("write");
    await expectRefusal(await callApi(plan("/snapshots"), { key: stranger }), 404, "NOT_FOUND");
    await expectRefusal(await callApi(plan(`/snapshots/${UNKNOWN_ID}`), { key }), 404, "NOT_FOUND");
    await expectRefusal(await callApi(plan("/snapshots/x"), { key }), 404, "NOT_FOUND");
    await expectRefusal(await callApi(plan(`/snapshot-comparison?before=${UNKNOWN_ID}`), { key }), 404, "NOT_FOUND");
    const nameless = { key, method: "POST", json: { name: "  " } } as const;
    await expectRefusal(await callApi(plan("/snapshots"), nameless), 400, "INVALID_REQUEST");
    const elsewhere = await createTestCollectivity();
    const theirs = `/api/v1/collectivities/${elsewhere.id}/climate-plan/snapshots/${second}`;
    await expectRefusal(await callApi(theirs, { key: await elsewhere.users.admin.key("write") }), 404, "NOT_FOUND");
  });
});

describe("asking for a star", () => {
  test("says what lacks first", async () => {
    const response = await callApi(plan("/audits?star=1"), { key, method: "POST" });
    expect(await expectRefusal(response, 422, "LABEL_REQUEST_REFUSED")).toEqual({ refusal: "INCOMPLETE" });
    const state = await expectAnswer(await callApi(plan("/audits"), { key }), 200, climateAuditListSchema);
    expect(state).toEqual({ state: "not_requested", audits: [] });
  });

  test.for(["?star=0", "?star=6", "", "?star=2&contract=peut-être"])("%s is no request", async (query) => {
    await expectRefusal(await callApi(plan(`/audits${query}`), { key, method: "POST" }), 400, "INVALID_REQUEST");
  });
});

describe.sequential("a plan that has all a star asks", () => {
  let ready: TestCollectivity;
  let writer: string;
  const PDF = new TextEncoder().encode("%PDF-1.4\n%%EOF\n");

  beforeAll(async () => {
    ready = await createTestCollectivity();
    writer = await ready.users.officer.key("write");
    const { actor } = ready.users.officer;
    await importClimateReferential(ready.id, actor, caeMarkdown(), false);
    const subActions = CAE_ROWS.filter(([id]) => id.split(".").length === 4).map(([id]) => `cae_${id}`);
    await setClimateStatuses(ready.id, actor, new Map(subActions.map((id) => [id, { status: "done" }])));
  });

  const ask = (query: string, file?: Uint8Array<ArrayBuffer>) => {
    const body = new FormData();
    if (file) body.append("fichier", new File([file], "demande.pdf"));
    const address = `/api/v1/collectivities/${ready.id}/climate-plan/audits${query}`;
    return callApi(address, { key: writer, method: "POST", ...(file ? { body } : {}) });
  };

  test("lacks its signed file only", async () => {
    const response = await ask("?star=5");
    expect(await expectRefusal(response, 422, "LABEL_REQUEST_REFUSED")).toEqual({ refusal: "FILE_MISSING" });
    const notSigned = await ask("?star=5", new TextEncoder().encode("pas un PDF"));
    await expectRefusal(notSigned, 422, "UNREADABLE_DOCUMENT");
    expect(await expectRefusal(await ask("?star=2&contract=true"), 422, "LABEL_REQUEST_REFUSED")).toEqual({
      refusal: "FILE_MISSING",
    });
  });

  test("asks with it, once; the file comes back as it was sent", async () => {
    expect((await ask("?star=5", PDF)).status).toBe(201);
    const again = await ask("?star=5", PDF);
    expect(await expectRefusal(again, 422, "LABEL_REQUEST_REFUSED")).toEqual({ refusal: "ALREADY_REQUESTED" });
    const address = `/api/v1/collectivities/${ready.id}/climate-plan/audits`;
    const { state, audits } = await expectAnswer(await callApi(address, { key: writer }), 200, climateAuditListSchema);
    expect([state, audits.length]).toEqual(["requested", 1]);
    expect(audits[0]).toMatchObject({ star: 5, fileName: "demande.pdf", startedAt: null });
    const file = await callApi(`${address}/${audits[0]?.id}/request`, { key: writer });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(PDF);
    expect(file.headers.get("content-type")).toBe("application/pdf");
    expect(file.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("with a contract of objectives the first star needs none", async () => {
    const { admin } = ready.users;
    await closeAudit(ready.id, admin.actor, "Une seule étoile d’abord.");
    expect((await ask("?star=1&contract=true")).status).toBe(201);
  });
});
