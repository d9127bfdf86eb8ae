import { beforeAll, describe, expect, test } from "vitest";
import { planHistorySchema } from "@/lib/schemas/api/climate-history-routes";
import { answerClimateProfile } from "@/lib/services/climate-plan/answer-climate-profile";
import { describePlanHistory } from "@/lib/services/climate-plan/describe-plan-history";
import { listHistoryAuthors, readPlanHistory } from "@/lib/services/climate-plan/read-plan-history";
import { setClimateNotes } from "@/lib/services/climate-plan/set-climate-notes";
import { setClimateStatuses } from "@/lib/services/climate-plan/set-climate-statuses";
import { takeClimateSnapshot } from "@/lib/services/climate-plan/take-climate-snapshot";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const TASK = "cae_3.1.1.5.2";
const ALL = { nodeId: null, kind: null, actorId: null, from: null, toExclusive: null } as const;

let commune: TestCollectivity;

beforeAll(async () => {
  commune = await createTestCollectivity();
  const { officer, admin } = commune.users;
  const set = (status: "planned" | "done", id = TASK) =>
    setClimateStatuses(commune.id, officer.actor, new Map([[id, { status }]]));
  await set("planned");
  await set("done", "cae_3.1.1.1.1");
  await set("done");
  await setClimateNotes(
    commune.id,
    admin.actor,
    new Map([[TASK, { explanation: "Trois toitures.", pilot: { kind: "member", userId: officer.id } as const }]]),
  );
  await setClimateNotes(commune.id, admin.actor, new Map([[TASK, { explanation: null }]]));
  const profile = { kind: "commune", isOverseas: false, answers: new Map([["AOD_elec", true]]) } as const;
  await answerClimateProfile(commune.id, admin.actor, { ...profile, population: 2_140 });
  await answerClimateProfile(commune.id, admin.actor, { ...profile, population: 2_200 });
  await takeClimateSnapshot(commune.id, { userId: null, via: "cli" }, "Juin");
});

const read = async (filter: Partial<Parameters<typeof readPlanHistory>[1]> = {}, size = 100) => {
  const page = await readPlanHistory(commune.id, { ...ALL, ...filter }, null, size);
  return describePlanHistory(commune.id, page);
};
const linesOf = async (...args: Parameters<typeof read>) => (await read(...args)).map(({ lines }) => lines);

test("every change is there with what was before, the latest first", async () => {
  expect(await linesOf()).toEqual([
    ["État du plan climat figé : « Juin »"],
    ["Personnalisation du plan climat changée", "Population : 2\u202f140 → 2\u202f200"],
    [
      "Personnalisation du plan climat changée",
      "Type : – → commune",
      "Population : – → 2\u202f140",
      "En outre-mer : – → non",
      expect.stringMatching(/^« .* » : – → oui$/),
    ],
    ["Explication : « Trois toitures. » → –"],
    ["Explication : – → « Trois toitures. »", "Pilote : – → Personne des tests (officer)"],
    ["Statut : Programmé → Fait"],
    ["Statut : Non renseigné → Fait"],
    ["Statut : Non renseigné → Programmé"],
  ]);
});

test("each says who, by the name of today, and which action", async () => {
  const [snapshot, , , note, , status] = await read();
  expect(snapshot).toMatchObject({ actorId: null, actorName: null, nodeId: null, number: null });
  expect(note).toMatchObject({ actorName: "Personne des tests (admin)", nodeId: TASK, measureNumber: "3.1.1" });
  expect(status).toMatchObject({
    actorId: commune.users.officer.id,
    number: "3.1.1.5.2",
    actionTitle: expect.any(String),
  });
  expect((await listHistoryAuthors(commune.id)).map(({ name }) => name)).toEqual([
    "Personne des tests (admin)",
    "Personne des tests (officer)",
  ]);
});

describe("filters", () => {
  test.for<[string, () => Parameters<typeof read>[0], number]>([
    ["an action", () => ({ nodeId: TASK }), 4],
    ["a measure with all below it", () => ({ nodeId: "cae_3.1.1" }), 5],
    ["an action whose number another one begins with", () => ({ nodeId: "cae_3.1.1.5.20" }), 0],
    ["a kind", () => ({ kind: "note" }), 2],
    ["a kind of the journal", () => ({ kind: "profile" }), 2],
    ["a person", () => ({ actorId: commune.users.officer.id }), 3],
    ["a time that is over", () => ({ toExclusive: new Date("2020-01-01") }), 0],
    [
      "everything at once",
      () => ({ nodeId: TASK, kind: "status", actorId: commune.users.officer.id, from: new Date(0) }),
      2,
    ],
  ])("by %s", async ([, filter, count]) => {
    expect(await read(filter())).toHaveLength(count);
  });

  test("by day, the latest at the end of it", async () => {
    const [latest] = await read();
    const at = latest?.at as Date;
    expect(await read({ from: at })).toHaveLength(1);
    expect(await read({ toExclusive: at })).toHaveLength(7);
  });
});

test("pages follow each other without a gap, at any size", async () => {
  const whole = (await read()).map(({ id }) => id);
  for (const size of [1, 3, 7, 8]) {
    const ids: string[] = [];
    let place: Awaited<ReturnType<typeof readPlanHistory>>["next"] = null;
    do {
      const page = await readPlanHistory(commune.id, ALL, place, size);
      ids.push(...page.changes.map(({ id }) => id));
      place = page.next;
    } while (place);
    expect(ids).toEqual(whole);
  }
});

test("an account that is gone leaves its changes behind", async () => {
  const other = await createTestCollectivity();
  await setClimateStatuses(other.id, other.users.officer.actor, new Map([[TASK, { status: "done" }]]));
  await sql('DELETE FROM "user" WHERE id = $1', [other.users.officer.id]);
  const { changes } = await readPlanHistory(other.id, ALL, null, 10);
  expect(changes).toMatchObject([{ actorId: other.users.officer.id, actorName: null }]);
  expect(await listHistoryAuthors(other.id)).toEqual([]);
});

describe("for machines", () => {
  const address = (query = "") => `/api/v1/collectivities/${commune.id}/climate-plan/history${query}`;

  test("pages are chained by what the one before says", async () => {
    const key = await commune.users.elected.key("read");
    const first = await expectAnswer(await callApi(address("?limit=5"), { key }), 200, planHistorySchema);
    expect(first.changes).toHaveLength(5);
    const rest = await callApi(address(`?limit=5&before=${first.next}`), { key });
    const second = await expectAnswer(rest, 200, planHistorySchema);
    expect([second.changes.length, second.next]).toEqual([3, null]);
    expect(second.changes.at(-1)).toMatchObject({
      action: TASK,
      kind: "status",
      before: null,
      after: { status: "planned" },
    });
  });

  test("the same for a spreadsheet", async () => {
    const key = await commune.users.elected.key("read");
    const response = await callApi(address("?action=cae_3.1.1.5.2&kind=status"), {
      key,
      headers: { accept: "text/csv" },
    });
    const [header, line] = (await response.text()).split("\r\n");
    expect(header).toContain("Ce qui a changé");
    expect(line).toMatch(/;Personne des tests \(officer\);3\.1\.1\.5\.2;.*;Statut : Programmé → Fait$/);
  });

  test.for(["?before=hier", "?kind=tout", "?limit=0", "?limit=1001", "?action=x", "?from=2026-13-01", "?author=moi"])(
    "%s is refused",
    async (query) => {
      const key = await commune.users.elected.key("read");
      await expectRefusal(await callApi(address(query), { key }), 400, "INVALID_REQUEST");
    },
  );
});
