import { describe, expect, test } from "vitest";
import type { ActionFilters } from "@/lib/domain/scoring/action-filters";
import type { ActionNote } from "@/lib/domain/scoring/action-note";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import { findActions } from "@/lib/domain/scoring/find-actions";
import { listActionRows } from "@/lib/domain/scoring/list-action-rows";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import type { ActionCategory, ReferentialNode } from "@/lib/domain/scoring/referential";
import { scoreTree } from "@/lib/domain/scoring/score-tree";
import { civilDate } from "@/lib/domain/time/civil-date";

const node = (
  number: string,
  title: string | null,
  children: ReferentialNode[],
  category: ActionCategory | null = null,
) =>
  ({ id: `cae_${number}`, number, title, category, points: 1, theme: null, sections: [], children }) as ReferentialNode;

// One axis, one group without a title, two measures.
const ROOT = node("", "Racine", [
  node("3", "Énergie", [
    node("3.1", null, [
      node("3.1.1", "Distribution d’énergie", [
        node(
          "3.1.1.1",
          "Connaître",
          [node("3.1.1.1.1", "Rôle de la collectivité", []), node("3.1.1.1.2", "Données", [])],
          "bases",
        ),
        node("3.1.1.2", "Réseaux de chaleur", [], "effects"),
      ]),
      node("3.1.2", "Tarifs", [node("3.1.2.1", "Piloter", [node("3.1.2.1.1", "Élargir", [])], "implementation")]),
    ]),
  ]),
]);
const tree = prepareScoringTree(ROOT, 3);
const DAY = civilDate("2026-11-22");
const ANY: ActionFilters = { category: null, status: null, pilot: null, due: null, onlyGaps: false, search: "" };
const NOTE: ActionNote = { explanation: null, outReason: null, pilot: null, dueDay: null };
const VOIRIE = { kind: "service", name: "Voirie" } as const;
const MARIE = { kind: "member", userId: "01a2b3c4-0000-7000-8000-000000000000" } as const;

const statuses = new Map<string, ActionStatus>([
  ["cae_3.1.1.1.1", { status: "done" }],
  ["cae_3.1.1.1.2", { status: "planned" }],
  ["cae_3.1.1.2", { status: "not_concerned" }],
]);
const notes = new Map<string, ActionNote>([
  ["cae_3.1.1.1.1", { ...NOTE, pilot: VOIRIE, dueDay: civilDate("2026-10-01") }],
  ["cae_3.1.1.1.2", { ...NOTE, pilot: MARIE, dueDay: civilDate("2026-11-21") }],
  ["cae_3.1.2.1.1", { ...NOTE, dueDay: civilDate("2026-12-22") }],
]);
const scores = scoreTree(tree, { statuses, consequences: new Map(), redistribute: true });
const actions = listActionRows(ROOT, { tree, scores, statuses, notes });
const find = (filters: Partial<ActionFilters>, limit = 100) =>
  findActions({ root: ROOT, tree, actions }, { ...ANY, ...filters }, DAY, limit);

describe("looking for", () => {
  test.for<[string, Partial<ActionFilters>, readonly string[]]>([
    ["a category, tasks included", { category: "bases" }, ["3.1.1.1", "3.1.1.1.1", "3.1.1.1.2"]],
    ["what is done", { status: "done" }, ["3.1.1.1.1"]],
    ["what is not concerned", { status: "not_concerned" }, ["3.1.1.2"]],
    ["what nobody answered, not the sub-action that has it", { status: "unfilled" }, ["3.1.2.1.1"]],
    ["a service", { pilot: VOIRIE }, ["3.1.1.1.1"]],
    ["a member", { pilot: MARIE }, ["3.1.1.1.2"]],
    ["what has no pilot and is to be done", { pilot: "none" }, ["3.1.2.1.1"]],
    ["what is late, not what is done", { due: "late" }, ["3.1.1.1.2"]],
    ["what is due within 30 days, the last one included", { due: 30 }, ["3.1.2.1.1"]],
    ["what is due within 29 days", { due: 29 }, []],
    ["what lacks something", { onlyGaps: true }, ["3.1.1.2", "3.1.2.1.1"]],
    ["all of it at once", { category: "bases", status: "planned", pilot: MARIE }, ["3.1.1.1.2"]],
    ["words of a title, accents and case aside", { search: "ELARGIR" }, ["3.1.2.1.1"]],
    ["a number from its beginning", { search: "3.1.2." }, ["3.1.2.1", "3.1.2.1.1"]],
  ])("%s", ([, filters, numbers]) => {
    const { rows, count } = find(filters);
    expect([...rows.values()].map(({ number }) => number)).toEqual(numbers);
    expect(count).toBe(numbers.length);
  });

  test("brings what is above along, and nothing else", () => {
    const { branches } = find({ due: 30 });
    expect([...branches].toSorted()).toEqual(["cae_", "cae_3", "cae_3.1", "cae_3.1.2", "cae_3.1.2.1", "cae_3.1.2.1.1"]);
    expect(find({ due: 29 }).branches.size).toBe(0);
  });

  test("more than is asked for gives the first ones, and counts all", () => {
    const { rows, branches, count } = find({ category: "bases" }, 1);
    expect([[...rows.keys()], count, branches.has("cae_3.1.1.1.1")]).toEqual([["cae_3.1.1.1"], 3, false]);
  });

  test("words alone finds measures and axes too, but not with another choice", () => {
    const { rows, branches, count } = find({ search: "énergie" });
    expect([rows.size, count, branches.has("cae_3.1.1"), branches.has("cae_3.1.2")]).toEqual([0, 2, true, false]);
    expect(find({ search: "énergie", onlyGaps: true }).count).toBe(0);
  });
});
