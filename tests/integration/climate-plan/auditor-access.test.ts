import { beforeAll, describe, expect, test, vi } from "vitest";
import { saveStatusesAction } from "@/app/(espace)/plan-climat/mesures/[mesure]/actions";
import { saveProfileAction } from "@/app/(espace)/plan-climat/personnalisation/actions";
import { insertLabelRequest } from "@/lib/data/climate-audit-writing";
import { API_ROUTES } from "@/lib/schemas/api/api-routes";
import { climatePlanSchema } from "@/lib/schemas/api/climate-plan";
import { authorizeCollectivity, authorizeOperation } from "@/lib/server/access";
import { authorizeClimatePlan } from "@/lib/server/authorize-climate-plan";
import { startAudit } from "@/lib/services/climate-plan/start-audit";
import { validateAudit } from "@/lib/services/climate-plan/validate-audit";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity, type TestUser } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

const TASK = "cae_3.1.1.5.2";
const UNKNOWN_ID = "01890000-0000-7000-8000-00000000ffff";
const PLAN = "/api/v1/collectivities/{collectivity}/climate-plan";

let commune: TestCollectivity;
let other: TestCollectivity;
let operation: TestOperation;
let auditor: TestUser;
let key: string;
let cookie: string;

beforeAll(async () => {
  [commune, other] = await Promise.all([createTestCollectivity(), createTestCollectivity("Une autre commune")]);
  operation = await createTestOperation(commune);
  auditor = (await createTestCollectivity("Cabinet d’audit")).users.elected;
  [key, cookie] = await Promise.all([auditor.key("write"), auditor.cookie()]);
  const asking = { star: 2, hasObjectivesContract: false, document: null };
  await insertLabelRequest(commune.id, commune.users.officer.actor, asking);
});

const address = (path: string) =>
  path
    .replace("{acc}", operation.accNumber)
    .replace("{collectivity}", commune.id)
    .replace("{id}", UNKNOWN_ID)
    .replace("{prm}", "99999999999999")
    .replace("{from}", "2026-03-01") + (path.endsWith("/series") ? "?day=2026-03-01" : "");
const named = (route: (typeof API_ROUTES)[number]) => ({ ...route, name: `${route.method} ${route.path}` });
const inOperation = API_ROUTES.filter(({ path }) => path.includes("{acc}")).map(named);
const inPlan = API_ROUTES.filter(({ path }) => path.startsWith(PLAN)).map(named);
/** What an auditor writes; the rest of the plan he reads. */
const ANSWERING = new Set([`${PLAN}/statuses`, `${PLAN}/notes`]);
const put = (status: string, by = key) =>
  callApi(address(`${PLAN}/statuses`), { key: by, method: "PUT", json: { statuses: { [TASK]: { status } } } });

test("before the start the plan is not there for him", async () => {
  for (const { method, path } of inPlan) {
    await expectRefusal(await callApi(address(path), { method, key }), 404, "NOT_FOUND");
  }
});

describe.sequential("during his audit", () => {
  beforeAll(async () => {
    await startAudit(commune.id, commune.users.admin.actor, auditor.email);
    request.headers = new Headers({ cookie });
  });

  test("he reads the plan and answers in it", async () => {
    await expectAnswer(await callApi(address(PLAN), { key }), 200, climatePlanSchema);
    const after = await expectAnswer(await put("done"), 200, climatePlanSchema);
    expect(after.statuses).toEqual({ [TASK]: { status: "done" } });
    const statuses: Parameters<typeof saveStatusesAction>[0]["statuses"] = [[TASK, { status: "planned" }]];
    expect(await saveStatusesAction({ collectivity: commune.id, statuses })).toMatchObject({ status: "done" });
  });

  test.for(inPlan.filter(({ method, path }) => method !== "GET" && !ANSWERING.has(path)))(
    "$name is not his to write",
    async ({ method, path }) => {
      const response = await callApi(address(path), { method, key });
      const { error } = await response.json();
      // What reads the operations of the collectivity is not there for him at all.
      expect(["403 FORBIDDEN", "404 NOT_FOUND"]).toContain(`${response.status} ${error.code}`);
    },
  );

  test.for(inPlan.filter(({ method }) => method === "GET"))("$name is his to read", async ({ method, path }) => {
    const { status } = await callApi(address(path), { method, key });
    expect([200, 400, 404]).toContain(status); // of a question that is not whole, or of a thing that is not there
  });

  test("a key for reading does not answer", async () => {
    await expectRefusal(await put("done", await auditor.key("read")), 403, "READ_ONLY_KEY");
  });

  test("he does not say what the collectivity is", async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ collectivity: commune.id, population: "10" }))
      form.append(name, value);
    expect(await saveProfileAction({ status: "idle" }, form)).toMatchObject({ status: "failed", code: "FORBIDDEN" });
  });

  test.for(inOperation)("$name stays closed: operations are not of the plan", async ({ method, path }) => {
    await expectRefusal(await callApi(address(path), { method, key }), 404, "NOT_FOUND");
  });

  test("no page and no action opens the collectivity or its operations to him", async () => {
    for (const permission of ["read", "write", "administer"] as const) {
      await expect(authorizeCollectivity(commune.id, permission)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(authorizeOperation(operation.sheet.slug, permission)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const { operations } = await (await callApi("/api/v1/operations", { key })).json();
    expect(operations).toEqual([]);
  });

  test("no other collectivity's plan opens either", async () => {
    for (const permission of ["read", "answer", "write", "administer", "validate"] as const) {
      await expect(authorizeClimatePlan(other.id, permission)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    for (const permission of ["write", "administer"] as const) {
      await expect(authorizeClimatePlan(commune.id, permission)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  test.for(["admin", "officer"] as const)("the %s of the collectivity is told to wait", async (role) => {
    const own = await commune.users[role].key("write");
    await expectRefusal(await put("not_done", own), 409, "PLAN_UNDER_AUDIT");
    const body = { key: own, method: "POST", json: { name: "Pendant" } } as const;
    await expectRefusal(await callApi(address(`${PLAN}/snapshots`), body), 409, "PLAN_UNDER_AUDIT");
    request.headers = new Headers({ cookie: await commune.users[role].cookie() });
    const statuses: Parameters<typeof saveStatusesAction>[0]["statuses"] = [[TASK, { status: "not_done" }]];
    const state = await saveStatusesAction({ collectivity: commune.id, statuses });
    expect(state).toMatchObject({ status: "failed", code: "PLAN_UNDER_AUDIT" });
  });

  test("everybody of the collectivity still reads", async () => {
    const own = await commune.users.elected.key("read");
    const plan = await expectAnswer(await callApi(address(PLAN), { key: own }), 200, climatePlanSchema);
    expect(plan.statuses).toEqual({ [TASK]: { status: "planned" } });
  });
});

test("once it is validated the plan is no longer there for him, and nobody writes", async () => {
  await validateAudit(commune.id, auditor.actor);
  for (const { method, path } of inPlan) {
    await expectRefusal(await callApi(address(path), { method, key }), 404, "NOT_FOUND");
  }
  await expectRefusal(await put("done", await commune.users.admin.key("write")), 409, "PLAN_AUDITED");
});
