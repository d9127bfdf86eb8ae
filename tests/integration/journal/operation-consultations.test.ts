import { beforeAll, describe, expect, test } from "vitest";
import { GET as consultationFile } from "@/app/(espace)/operations/[operation]/reglages/journal/consultations/csv/route";
import { civilDate } from "@/lib/domain/time/civil-date";
import { consultationSearchSchema, toConsultationFilter } from "@/lib/schemas/consultations";
import { readConsultations } from "@/lib/services/journal/read-consultations";
import type { FoundRun } from "@/lib/services/runs/find-run";
import { apiRequest } from "../../support/api-request";
import { callApi } from "../../support/call-api";
import {
  createTestAccount,
  createTestCollectivity,
  type TestCollectivity,
  type TestUser,
} from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectRefusal } from "../../support/expect-answer";
import { settleOctober } from "../../support/settled-october";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

let own: TestCollectivity;
let operation: TestOperation;
let beside: TestOperation;
let run: FoundRun;
/** Administers `operation` and nothing else. */
let administrator: TestUser;

beforeAll(async () => {
  own = await createTestCollectivity();
  ({ operation, run } = await settleOctober(own));
  [beside, administrator] = await Promise.all([
    createTestOperation(own, { startDay: civilDate("2025-10-01") }),
    createTestAccount(null, "de l’opération"),
  ]);
  await sql("INSERT INTO operation_role (operation_id, user_id, role) VALUES ($1, $2, 'admin')", [
    operation.id,
    administrator.id,
  ]);
}, 60_000);

const seen = async ({ id }: TestOperation, search: Record<string, string> = {}) =>
  readConsultations(
    { kind: "operation", id, mayReadWords: true },
    toConsultationFilter(consultationSearchSchema.parse(search)),
    null,
  );

/** What one look left, beside that at the operation. */
async function looksBy(user: TestUser, rest: string) {
  const at = new Date();
  const response = await callApi(`/api/v1/operations/${operation.accNumber}/${rest}`, { key: await user.key("read") });
  await response.arrayBuffer();
  const { consultations } = await seen(operation, { qui: user.id });
  const fresh = consultations.filter((each) => each.at >= at && each.objectType !== "operation");
  return {
    status: response.status,
    seen: fresh.map(({ objectType, objectName }) => `${objectType} ${objectName}`).sort(),
  };
}

describe("whoever chooses somebody in a query", () => {
  const prm = (name: string) => operation.point(name).prm;
  const points = (...names: readonly string[]) => names.map((name) => `metering_point ${name}`);

  test("in the explorer is told of once for each", async () => {
    const { elected } = own.users;
    const explore = (curves: string) =>
      looksBy(elected, `explorer?curves=${curves}&from=2025-10-01&to=2025-10-03&sum=true`);
    expect(await explore("consumers,producers")).toEqual({ status: 200, seen: [] });
    expect(await explore(`${prm("Mairie")},${prm("École")},producers`)).toEqual({
      status: 200,
      seen: points("Mairie", "École"),
    });
    expect(await explore(prm("Mairie"))).toEqual({ status: 200, seen: [] });
    const [holder] = await sql<{ id: string }>("SELECT id FROM participant WHERE operation_id = $1", [operation.id]);
    expect(await explore(`participant:${holder?.id}`)).toEqual({
      status: 200,
      seen: ["participant Commune des tests"],
    });
  });

  test("in what a run gives out is told of too", async () => {
    const { officer } = own.users;
    expect(await looksBy(officer, `run-curves?from=2025-10-01&to=2025-11-01&prm=${prm("Halle")}`)).toEqual({
      status: 200,
      seen: points("Halle"),
    });
    expect(await looksBy(officer, `runs/${run.id}/files/curves?prm=${prm("Mairie")}`)).toEqual({
      status: 200,
      seen: points("Mairie"),
    });
    expect(await looksBy(officer, `runs/${run.id}/series?prm=${prm("École")}`)).toEqual({
      status: 200,
      seen: points("École"),
    });
    expect(await looksBy(officer, "run-curves?from=2025-10-01&to=2025-11-01")).toEqual({ status: 200, seen: [] });
  });

  test("finds no metering point of another operation, and leaves nothing of it", async () => {
    const stranger = beside.point("Mairie").prm;
    const { officer } = own.users;
    expect(await looksBy(officer, `explorer?curves=${stranger}&from=2025-10-01&to=2025-10-03`)).toEqual({
      status: 200,
      seen: [],
    });
    expect(await looksBy(officer, `runs/${run.id}/series?prm=${stranger}`)).toEqual({ status: 404, seen: [] });
    expect((await seen(beside)).consultations).toEqual([]);
  });
});

test("the consultations of an operation are its own, and whoever looked may be looked for", async () => {
  await callApi(`/api/v1/operations/${beside.accNumber}`, { key: await own.users.admin.key("read") });
  const [here, there] = [await seen(operation), await seen(beside)];
  expect(new Set(here.consultations.map(({ operation: of }) => of?.slug))).toEqual(new Set([operation.sheet.slug]));
  expect(there.consultations).toMatchObject([{ objectType: "operation", objectId: beside.id }]);
  expect(there.actors).toEqual([{ id: own.users.admin.id, name: "Personne des tests (admin)" }]);
});

test("they leave as a file for whoever administers that operation, and the trail says so first", async () => {
  const ask = async (user: TestUser | null, scope: "read" | "write" = "write", slug = operation.sheet.slug) =>
    consultationFile(
      apiRequest(`/operations/${slug}/reglages/journal/consultations/csv`, user ? { key: await user.key(scope) } : {}),
      { params: Promise.resolve({ operation: slug }) },
    );
  const file = await ask(administrator);
  expect(file.status).toBe(200);
  const text = await file.text();
  expect(text).toContain("École");
  expect(text).not.toContain("Opération des tests");
  const [event] = await sql(
    "SELECT action, operation_id, actor_user_id FROM audit_event ORDER BY at DESC, id DESC LIMIT 1",
  );
  expect(event).toEqual({
    action: "export.consultations",
    operation_id: operation.id,
    actor_user_id: administrator.id,
  });
  await expectRefusal(await ask(administrator, "read"), 403, "READ_ONLY_KEY");
  await expectRefusal(await ask(own.users.officer), 403, "FORBIDDEN");
  await expectRefusal(await ask(own.users.elected), 403, "FORBIDDEN");
  await expectRefusal(await ask(administrator, "write", beside.sheet.slug), 404, "NOT_FOUND");
  await expectRefusal(await ask(null), 401, "UNAUTHENTICATED");
});

test("whoever asked to be erased is no longer named in them", async () => {
  await sql("UPDATE participant SET restricted_at = now() WHERE operation_id = $1", [operation.id]);
  const { consultations } = await seen(operation, { vu: "metering_point" });
  expect(new Set(consultations.map(({ objectName }) => objectName))).toEqual(new Set(["Données restreintes"]));
});
