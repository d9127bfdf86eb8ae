import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { listClimateSnapshots } from "@/lib/data/climate-snapshots";
import { listClimateStatusHistory } from "@/lib/data/climate-statuses";
import { climatePlanLock } from "@/lib/data/operation-locks";
import { inLockedTransaction, pool } from "@/lib/data/pg";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import { answerClimateProfile } from "@/lib/services/climate-plan/answer-climate-profile";
import { importClimateReferential } from "@/lib/services/climate-plan/import-climate-referential";
import { readClimatePlan } from "@/lib/services/climate-plan/read-climate-plan";
import { setClimateStatuses } from "@/lib/services/climate-plan/set-climate-statuses";
import { takeClimateSnapshot } from "@/lib/services/climate-plan/take-climate-snapshot";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { caeMarkdown } from "../../support/referential-markdown";

let commune: TestCollectivity;
beforeAll(async () => {
  commune = await createTestCollectivity();
});

const actor = () => commune.users.officer.actor;
const set = (statuses: Parameters<typeof setClimateStatuses>[2]) => setClimateStatuses(commune.id, actor(), statuses);
const scoreOf = async (id: string) => {
  const { tree, scores } = await readClimatePlan(commune.id);
  return readNodeScore(tree, scores, tree.indexById.get(id) as number);
};
const events = async (action: string) => {
  const { rows } = await pool.query(
    "SELECT object_id, before, after, actor_user_id::text AS actor FROM audit_event WHERE collectivity_id = $1 AND action = $2 ORDER BY at, id",
    [commune.id, action],
  );
  return rows;
};

test("a collectivity that did nothing has the measure of the product, unfilled", async () => {
  const plan = await readClimatePlan(commune.id);
  expect(plan).toMatchObject({ importedAtMs: null, otherAnswers: 0 });
  expect(await scoreOf("cae")).toMatchObject({
    potentialPoints: 10,
    unfilledPoints: 10,
    completedTasks: 0,
    totalTasks: 17,
  });
});

describe("answers", () => {
  test("are kept with who gave them, one version after the other", async () => {
    await set(new Map([["cae_3.1.1.5.2", { status: "planned" }]]));
    await set(new Map([["cae_3.1.1.5.2", { status: "detailed", detail: [0.25, 0.5, 0.25] }]]));
    await set(new Map([["cae_3.1.1.5.2", { status: "detailed", detail: [1, 0, 0] }]]));
    const history = await listClimateStatusHistory(commune.id, "cae_3.1.1.5.2");
    expect(history.map(({ status, authorName }) => [status, authorName])).toEqual([
      [{ status: "done" }, "Personne des tests (officer)"],
      [{ status: "detailed", detail: [0.25, 0.5, 0.25] }, "Personne des tests (officer)"],
      [{ status: "planned" }, "Personne des tests (officer)"],
    ]);
    expect((await scoreOf("cae")).donePoints).toBe(0.667);
    expect(await events("set.climate_status")).toEqual([
      { object_id: "cae_3.1.1.5.2", before: { status: "none" }, after: { status: "planned" }, actor: actor().userId },
      expect.objectContaining({ before: { status: "planned" } }),
      expect.objectContaining({ after: { status: "done" } }),
    ]);
  });

  test("that say nothing new write nothing", async () => {
    const before = (await events("set.climate_status")).length;
    await set(new Map([["cae_3.1.1.5.2", { status: "done" }]]));
    expect(await events("set.climate_status")).toHaveLength(before);
  });

  test("of a task turn that of its sub-action into unfilled, unless the batch gives both", async () => {
    await set(new Map([["cae_3.1.1.4", { status: "done" }]]));
    const after = await set(new Map([["cae_3.1.1.4.1", { status: "not_done" }]]));
    expect([after.get("cae_3.1.1.4"), after.get("cae_3.1.1.4.1")]).toEqual([
      { status: "unfilled" },
      { status: "not_done" },
    ]);
    const both = await set(
      new Map([
        ["cae_3.1.1.4", { status: "planned" }],
        ["cae_3.1.1.4.1", { status: "done" }],
      ]),
    );
    expect(both.get("cae_3.1.1.4")).toEqual({ status: "planned" });
  });

  test("can be taken back", async () => {
    const after = await set(
      new Map([
        ["cae_3.1.1.4", null],
        ["cae_3.1.1.4.1", null],
      ]),
    );
    expect([...after.keys()]).toEqual(["cae_3.1.1.5.2"]);
    expect((await listClimateStatusHistory(commune.id, "cae_3.1.1.4"))[0]?.status).toBeNull();
  });

  test.for<[string, string, object]>([
    ["of no action", "UNKNOWN_NODE", { "cae_9.9": { status: "done" } }],
    ["of a measure", "STATUS_ABOVE_SUB_ACTION", { "cae_3.1.1": { status: "done" } }],
    ["that are no whole", "INVALID_DETAIL", { "cae_3.1.1.1": { status: "detailed", detail: [0.5, 0, 0] } }],
  ])("%s are refused, and the whole batch with them", async ([, code, wrong]) => {
    const batch = new Map(Object.entries({ "cae_3.1.1.2.1": { status: "done" }, ...wrong }));
    await expect(set(batch as Parameters<typeof set>[0])).rejects.toMatchObject({ code });
    expect((await readClimatePlan(commune.id)).statuses.has("cae_3.1.1.2.1")).toBe(false);
  });

  test("are each collectivity's own", async () => {
    const other = await createTestCollectivity();
    expect((await readClimatePlan(other.id)).statuses.size).toBe(0);
  });
});

test("what a collectivity says of itself changes what it can earn, with the answers that did", async () => {
  const answers = new Map([
    ["AOD_elec", false],
    ["AOD_gaz", false],
    ["AOD_chaleur", true],
  ]);
  await answerClimateProfile(commune.id, actor(), { kind: "commune", population: 2_100, isOverseas: false, answers });
  const { explained } = await readClimatePlan(commune.id);
  expect(explained.get("cae_3.1.1")).toEqual({
    consequence: { potentialFactor: 0.4 },
    causes: {
      potentialFactor: [
        { kind: "answer", question: "AOD_elec", answer: false },
        { kind: "answer", question: "AOD_gaz", answer: false },
      ],
    },
  });
  expect((await scoreOf("cae")).potentialPoints).toBe(4);
  const change = { kind: "commune" as const, population: 2_100, isOverseas: false };
  const some = new Map<string, boolean | null>([["AOD_chaleur", null]]);
  await answerClimateProfile(commune.id, actor(), { ...change, answers: some });
  expect((await readClimatePlan(commune.id)).profile.answers).toEqual(
    new Map([
      ["AOD_elec", false],
      ["AOD_gaz", false],
    ]),
  );
  await answerClimateProfile(commune.id, actor(), { ...change, answers });
  const wrong = { kind: null, population: null, isOverseas: false, answers: new Map([["AOD_elec", "peut-être"]]) };
  await expect(answerClimateProfile(commune.id, actor(), wrong)).rejects.toMatchObject({ code: "UNKNOWN_QUESTION" });
  expect(await events("update.climate_profile")).toHaveLength(3);
});

test("a state that was kept does not change with the plan", async () => {
  await takeClimateSnapshot(commune.id, actor(), "Avant l’audit");
  await set(new Map([["cae_3.1.1.1", { status: "done" }]]));
  const [kept] = await listClimateSnapshots(commune.id);
  expect(kept).toMatchObject({ name: "Avant l’audit", content: { potentialPoints: 4, donePoints: 0.267 } });
  expect(kept?.content.statuses).toEqual({ "cae_3.1.1.5.2": { status: "done" } });
});

test("a state that waits behind an answer is kept with it", async () => {
  const release = new AbortController();
  const holder = inLockedTransaction(climatePlanLock(commune.id), () => once(release.signal, "abort"));
  const answer = set(new Map([["cae_3.1.1.1", { status: "not_done" }]]));
  await setTimeout(200); // the answer waits for its turn
  const keeping = takeClimateSnapshot(commune.id, actor(), "À temps");
  await setTimeout(300); // the plan was read as it was before the answer
  release.abort();
  await Promise.all([holder, answer, keeping]);
  const [kept] = await listClimateSnapshots(commune.id);
  expect(kept).toMatchObject({ name: "À temps", content: { statuses: { "cae_3.1.1.1": { status: "not_done" } } } });
});

describe("importing a text", () => {
  const files = caeMarkdown();

  test("with an error writes nothing", async () => {
    const bad = [...files.slice(0, 5), { name: "x.md", bytes: new TextEncoder().encode("# Sans identifiant\n") }];
    const { isKept, errorCount } = await importClimateReferential(commune.id, actor(), bad, false);
    expect([isKept, errorCount]).toEqual([false, 1]);
    expect((await readClimatePlan(commune.id)).importedAtMs).toBeNull();
  });

  test("to look at it writes nothing either", async () => {
    const { isKept, found } = await importClimateReferential(commune.id, actor(), files, true);
    expect(isKept).toBe(false);
    const counts = { points: 500, axes: 6, measures: 61, subActions: 325, tasks: 1059, actionCount: 1471 };
    expect(found).toMatchObject({ ...counts, answersKept: 2, answersWaiting: 0 });
    expect(found?.changes).toMatchObject({ added: 1448, removed: 0, repriced: 0, answersLost: 0 });
    expect(found?.changes.listed).toHaveLength(300);
    expect((await readClimatePlan(commune.id)).importedAtMs).toBeNull();
  });

  test("puts the whole CAE in the place of ours, and keeps the answers", async () => {
    const before = await scoreOf("cae_3.1.1");
    const { isKept } = await importClimateReferential(commune.id, actor(), files, false);
    expect(isKept).toBe(true);
    const plan = await readClimatePlan(commune.id);
    expect(plan.tree.ids).toHaveLength(1471);
    expect(plan.importedAtMs).toBeGreaterThan(0);
    expect(await scoreOf("cae_3.1.1")).toEqual(before);
    expect((await events("import.climate_referential"))[0]).toMatchObject({ after: { name: "cae", nodes: 1471 } });
  });

  test("that lacks answered actions keeps their answers for one that has them", async () => {
    const without = files.filter(({ name }) => name !== "cae/3.1.1.md");
    await importClimateReferential(commune.id, actor(), without, false);
    expect(await readClimatePlan(commune.id)).toMatchObject({ otherAnswers: 2 });
    await importClimateReferential(commune.id, actor(), files, false);
    expect(await readClimatePlan(commune.id)).toMatchObject({ otherAnswers: 0 });
  });
});
