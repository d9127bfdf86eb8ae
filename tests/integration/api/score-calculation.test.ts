import { beforeAll, describe, expect, test } from "vitest";
import { scoreResultSchema } from "@/lib/schemas/api/score-calculation";
import { SCORE_EXAMPLE } from "@/lib/schemas/api/scoring-routes";
import personalisation from "../../fixtures/scoring/personalisation.json";
import scores from "../../fixtures/scoring/scores.json";
import { callApi } from "../../support/call-api";
import { createTestCollectivity } from "../../support/create-test-collectivity";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { testTree } from "../../support/scoring-trees";

const PATH = "/api/v1/calculations/score";

let key: string;

beforeAll(async () => {
  key = await (await createTestCollectivity()).users.elected.key("read");
});

const post = (json: unknown) => callApi(PATH, { key, json });
const calculate = async (json: unknown) => expectAnswer(await post(json), 200, scoreResultSchema);

test("the example of the description", async () => {
  const { stars, scores: found } = await calculate(SCORE_EXAMPLE);
  expect(stars).toBe(1);
  expect(found["3.1.1"]).toEqual({
    referencePoints: 3,
    potentialPoints: 2.1,
    donePoints: 0.28,
    plannedPoints: 1.05,
    notDonePoints: 0.42,
    unfilledPoints: 0.35,
    concerned: true,
    deactivated: false,
    completedTasks: 2,
    totalTasks: 3,
  });
});

describe("the numbers of the programme", () => {
  type Vector = Readonly<Record<string, unknown>> & {
    readonly tree: string;
    readonly answers?: unknown;
    readonly expected: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  // What answers change is the business of personalisation: a caller sends its consequences.
  const vectors = (scores.vectors as unknown as readonly Vector[]).filter(({ answers }) => answers === undefined);

  test("are those of the API", async () => {
    expect(vectors.length).toBeGreaterThan(30);
    for (const { tree: name, redistribute, statuses, consequences, expected } of vectors) {
      const { root: tree, measureDepth } = testTree(name);
      const { scores: found } = await calculate({ measureDepth, redistribute, tree, statuses, consequences });
      for (const [id, fields] of Object.entries(expected)) expectFields(found[id], fields);
    }
  });

  test("hold for the whole referential, with every formula of its rules", async () => {
    const { root: tree, measureDepth } = testTree("cae");
    const formulas = (personalisation.rules as [string, string, string][]).filter(([, kind]) => kind === "score");
    const { scores: found } = await calculate({
      measureDepth,
      tree,
      statuses: { "cae_3.3.5.3.1": { status: "done" } },
      consequences: Object.fromEntries(formulas.map(([id, , scoreFormula]) => [id, { scoreFormula }])),
    });
    expect(Object.keys(found)).toHaveLength(1471);
    expect(found["cae_3.3.5"]).toMatchObject({ referencePoints: 12, donePoints: 0 });
  });
});

function expectFields(found: object | undefined, fields: Readonly<Record<string, unknown>>): void {
  const answered = Object.entries(found ?? {});
  expect(answered.length).toBeGreaterThan(0);
  for (const [field, actual] of answered) {
    const value = fields[field] ?? actual; // a vector says what it is about, no more
    if (typeof value === "number") expect(Math.abs(Number(actual) - value)).toBeLessThanOrEqual(scores.tolerance);
    else expect(actual).toBe(value);
  }
}

test("stars are those of the done share, thresholds included", async () => {
  const tree = {
    id: "r",
    points: 100,
    children: [
      { id: "a", points: 75 },
      { id: "b", points: 25 },
    ],
  };
  const starsOf = async (statuses: unknown) => (await calculate({ measureDepth: 0, tree, statuses })).stars;
  expect(await starsOf({})).toBe(1);
  expect(await starsOf({ b: { status: "done" } })).toBe(1);
  expect(await starsOf({ a: { status: "detailed", detail: [0.5, 0.5, 0] } })).toBe(2);
  expect(await starsOf({ a: { status: "done" } })).toBe(5);
});

test("a kept answer without content is not the absence of an answer", async () => {
  const tree = {
    id: "m",
    points: 4,
    children: [
      { id: "m.1", points: 2, children: [{ id: "m.1.1", points: 2 }] },
      { id: "m.2", points: 2 },
    ],
  };
  const out = { "m.1.1": { status: "not_concerned" } };
  const alone = (await calculate({ measureDepth: 0, tree, statuses: out })).scores;
  expect([alone["m.1"]?.concerned, alone["m.2"]?.potentialPoints]).toEqual([false, 4]);
  const kept = (await calculate({ measureDepth: 0, tree, statuses: { ...out, "m.1": { status: "unfilled" } } })).scores;
  expect([kept["m.1"]?.concerned, kept["m.2"]?.potentialPoints]).toEqual([true, 2]);
});

describe("a request that breaks a rule says which and where", () => {
  const tree = {
    id: "m",
    points: 4,
    children: [
      { id: "a", points: 1 },
      { id: "b", points: 3 },
    ],
  };
  const deep = Array.from({ length: 30 }).reduce<unknown>(
    (child, _, index) => ({ id: `n${index}`, points: 1, children: child ? [child] : [] }),
    undefined,
  );
  const many = { id: "m", points: 1, children: Array.from({ length: 20_000 }, (_, n) => ({ id: `n${n}`, points: 1 })) };

  test.for<[string, Readonly<Record<string, unknown>>, string, Readonly<Record<string, unknown>>]>([
    [
      "two nodes of one id",
      { tree: { ...tree, children: [...tree.children, { id: "a", points: 0 }] } },
      "DUPLICATE_NODE",
      { node: "a", path: "tree.children.2" },
    ],
    ["points below 0", { tree: { id: "m", points: -1 } }, "INVALID_POINTS", { node: "m", path: "tree" }],
    ["absurd points", { tree: { id: "m", points: 1e300 } }, "INVALID_POINTS", { node: "m" }],
    ["a status of no node", { statuses: { c: { status: "done" } } }, "UNKNOWN_NODE", { path: "statuses.c" }],
    [
      "a consequence of no node",
      { consequences: { c: { deactivated: true } } },
      "UNKNOWN_NODE",
      { path: "consequences.c" },
    ],
    [
      "a status of a measure",
      { statuses: { m: { status: "done" } } },
      "STATUS_ABOVE_SUB_ACTION",
      { path: "statuses.m" },
    ],
    [
      "a detail of more than 1",
      { statuses: { a: { status: "detailed", detail: [1, 1, 0] } } },
      "INVALID_DETAIL",
      { path: "statuses.a.detail" },
    ],
    [
      "a detail below 0",
      { statuses: { a: { status: "detailed", detail: [1.5, -0.5, 0] } } },
      "INVALID_DETAIL",
      { node: "a" },
    ],
    [
      "a factor below 0",
      { consequences: { a: { potentialFactor: -1 } } },
      "INVALID_FACTOR",
      { path: "consequences.a.potentialFactor" },
    ],
    [
      "a formula that does not read",
      { consequences: { a: { scoreFormula: "min(score(a)" } } },
      "INVALID_RULE",
      { path: "consequences.a.scoreFormula", position: 13, expected: ")" },
    ],
    ["too deep", { tree: deep }, "TREE_TOO_LARGE", {}],
    ["too many", { tree: many }, "TREE_TOO_LARGE", {}],
  ])("%s", async ([, change, code, details]) => {
    expect(await expectRefusal(await post({ measureDepth: 0, tree, ...change }), 422, code)).toMatchObject(details);
  });

  test.for<[string, Readonly<Record<string, unknown>>, string]>([
    ["no tree", { tree: undefined }, "tree"],
    ["no depth", { measureDepth: undefined }, "measureDepth"],
    ["a depth between two", { measureDepth: 0.5 }, "measureDepth"],
    ["a text for points", { tree: { id: "m", points: "4" } }, "tree.points"],
    ["an unknown status", { statuses: { a: { status: "fait" } } }, "statuses.a.status"],
    ["detailed without detail", { statuses: { a: { status: "detailed" } } }, "statuses.a.detail"],
    ["a detail of two", { statuses: { a: { status: "detailed", detail: [0.5, 0.5] } } }, "statuses.a.detail"],
    [
      "a reserved id",
      { tree: { id: "m", points: 1, children: [{ id: "__proto__", points: 1 }] } },
      "tree.children.0.id",
    ],
  ])("%s", async ([, change, path]) => {
    const details = await expectRefusal(await post({ measureDepth: 0, tree, ...change }), 400, "INVALID_REQUEST");
    expect(details.issues).toContainEqual({ path, message: expect.not.stringMatching(/Invalid|expected/) });
  });

  test("a tree too deep to be read at all is no bug of ours", async () => {
    const levels = 100_000;
    const body = `{"measureDepth":0,"tree":${'{"id":"a","points":1,"children":['.repeat(levels)}${"]}".repeat(levels)}}`;
    const { status } = await callApi(PATH, { key, method: "POST", body });
    expect([400, 422]).toContain(status);
  });
});
