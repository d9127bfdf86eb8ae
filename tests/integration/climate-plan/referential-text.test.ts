import { beforeAll, expect, test, vi } from "vitest";
import { withdrawReferentialAction } from "@/app/(espace)/plan-climat/referentiel/actions";
import { pool } from "@/lib/data/pg";
import { importClimateReferential } from "@/lib/services/climate-plan/import-climate-referential";
import { readReferentialSheet } from "@/lib/services/climate-plan/read-referential-sheet";
import { setClimateStatuses } from "@/lib/services/climate-plan/set-climate-statuses";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { caeMarkdown } from "../../support/referential-markdown";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

const AXIS_3 = caeMarkdown().filter(({ name }) => /\/3(?:\.1\.[12])?\.md$/.test(name));

let own: TestCollectivity;

beforeAll(async () => {
  own = await createTestCollectivity();
});

const send = (files: typeof AXIS_3, isDryRun = false) =>
  importClimateReferential(own.id, own.users.officer.actor, files, isDryRun);

function withdraw() {
  const form = new FormData();
  form.append("collectivity", own.id);
  return withdrawReferentialAction({ status: "idle" }, form);
}

test("before any import, the text of the product counts", async () => {
  expect(await readReferentialSheet(own.id)).toEqual({
    counts: { points: 10, axes: 1, measures: 1, subActions: 5, tasks: 17 },
    current: null,
    imports: [],
    answersWaiting: 0,
    withdrawal: { removed: 0, answersLost: 0 },
  });
});

test("an import says what it adds, then who put it in force", async () => {
  const { found } = await send(AXIS_3, true);
  expect(found).toMatchObject({ points: 20, axes: 1, measures: 2, changes: { removed: 0, answersLost: 0 } });
  expect(found?.changes.added).toBeGreaterThan(0);
  await send(AXIS_3);
  await setClimateStatuses(own.id, own.users.officer.actor, new Map([["cae_3.1.2.1", { status: "done" }]]));
  const { current, withdrawal, imports } = await readReferentialSheet(own.id);
  expect(current).toMatchObject({ importedByName: "Personne des tests (officer)", points: 20, supersededAtMs: null });
  expect(imports).toHaveLength(1);
  expect(withdrawal).toMatchObject({ answersLost: 1 });
});

test("a text that lacks an answered action names it before the others", async () => {
  const { found } = await send(
    AXIS_3.filter(({ name }) => !name.endsWith("3.1.2.md")),
    true,
  );
  expect(found?.changes.answersLost).toBe(1);
  expect(found?.changes.listed[0]).toMatchObject({ kind: "removed", number: "3.1.2.1", isAnswered: true });
});

test("an officer goes back to the text of the product; answers wait, and the trail has it", async () => {
  request.headers = new Headers({ cookie: await own.users.officer.cookie() });
  expect(await withdraw()).toMatchObject({ status: "done" });
  const { current, imports, answersWaiting } = await readReferentialSheet(own.id);
  expect(current).toBeNull();
  expect(imports).toHaveLength(1);
  expect(imports[0]?.supersededAtMs).not.toBeNull();
  expect(answersWaiting).toBe(1);
  const { rows } = await pool.query(
    "SELECT actor_user_id::text AS actor, after FROM audit_event WHERE collectivity_id = $1 AND action = $2",
    [own.id, "withdraw.climate_referential"],
  );
  expect(rows).toEqual([{ actor: own.users.officer.actor.userId, after: { name: "cae" } }]);
  expect(await withdraw()).toMatchObject({ status: "done" }); // nothing left to take away
});
