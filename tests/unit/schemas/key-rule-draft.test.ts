import { expect, test } from "vitest";
import { keyRuleSchema } from "@/lib/schemas/key-rule";
import {
  fromRuleDraft,
  newEntryDraft,
  type OfferedRule,
  type RuleDraft,
  toRuleDraft,
} from "@/lib/schemas/key-rule-draft";

const HALL = "0198a000-0000-7000-8000-000000000001";
const SCHOOL = "0198a000-0000-7000-8000-000000000002";
const HOUSE = "0198a000-0000-7000-8000-000000000003";

const RULES: readonly OfferedRule[] = [
  { kind: "pro_rata" },
  {
    kind: "tiers",
    tiers: [
      { consumerIds: [HALL, SCHOOL], sharing: { kind: "fixed", shares: { [HALL]: 333_333, [SCHOOL]: 666_667 } } },
      { consumerIds: [HOUSE], sharing: { kind: "equal" } },
    ],
  },
  {
    kind: "calendar",
    entries: [
      { months: [1, 12], weekdays: [6, 7], fromMinute: 480, toMinute: 1_080, shares: { [HALL]: 125_000 } },
      { months: [7], weekdays: [1], fromMinute: 1_320, toMinute: 360, shares: { [HALL]: 1_000_000 } },
      { months: [8], weekdays: [1], fromMinute: 0, toMinute: 1_440, shares: {} },
    ],
    defaultShares: { [SCHOOL]: 500_000, [HOUSE]: 500_000 },
  },
];

test.for(RULES)("a rule comes back from its form as it was: %j", (rule) => {
  expect(keyRuleSchema.parse(rule)).toEqual(rule);
  expect(fromRuleDraft(toRuleDraft(rule))).toEqual({ rule });
});

const tiers = toRuleDraft(RULES[1] as OfferedRule);
const calendar = toRuleDraft(RULES[2] as OfferedRule);
const [entry] = calendar.entries;
if (!entry) throw new Error("the calendar has an entry");

test.for<{ why: string; draft: RuleDraft; reason: string }>([
  { why: "no tier", draft: { ...tiers, tierOf: {} }, reason: "Donnez un rang à au moins un consommateur." },
  {
    why: "a tier below the whole",
    draft: { ...tiers, tierPercents: { [HALL]: "33,33", [SCHOOL]: "66,66" } },
    reason: "Rang 1 : les parts ne font pas 100 %.",
  },
  {
    why: "words",
    draft: { ...tiers, tierPercents: { [HALL]: "un tiers" } },
    reason: "Rang 1 : une part n’est pas un pourcentage. Exemple : 12,5.",
  },
  {
    why: "above the whole",
    draft: { ...calendar, defaultPercents: { [HALL]: "100", [SCHOOL]: "0,0001" } },
    reason: "Le reste du temps : la somme dépasse 100 %.",
  },
  {
    why: "no month",
    draft: { ...calendar, entries: [{ ...entry, months: [] }] },
    reason: "Plage 1 : choisissez au moins un mois.",
  },
  {
    why: "no hour",
    draft: { ...calendar, entries: [newEntryDraft("0"), { ...entry, toClock: "" }] },
    reason: "Plage 2 : donnez une heure de début et une heure de fin.",
  },
  {
    why: "no length",
    draft: { ...calendar, entries: [{ ...entry, fromClock: "08:00", toClock: "08:00" }] },
    reason: "Plage 1 : l’heure de fin est celle du début.",
  },
])("says what is lacking: $why", ({ draft, reason }) => {
  expect(fromRuleDraft(draft)).toEqual({ reason });
});
