import { expect, test } from "vitest";
import { countParticipants, type PublishedParty } from "@/lib/domain/publishing/count-participants";
import { guardedEntities } from "@/lib/domain/publishing/guarded-entities";
import { isPublicBody } from "@/lib/domain/publishing/is-public-body";
import { showMonth } from "@/lib/domain/publishing/show-month";
import { showsMoney } from "@/lib/domain/publishing/shows-money";

const TOTALS = Object.freeze({ productionWh: 4_000, withdrawalWh: 10_000, selfConsumedWh: 3_000 });
const HELD = { selfConsumedWh: null, surplusWh: null, complementWh: null };
const NO_RATES = { selfConsumptionRate: null, selfProductionRate: null, coverageRate: null };

test("all that both sums allow", () => {
  expect(showMonth(TOTALS, { showsProduction: true, showsWithdrawal: true, showsShared: true })).toEqual({
    ...TOTALS,
    surplusWh: 1_000,
    complementWh: 7_000,
    selfConsumptionRate: 0.75,
    selfProductionRate: 0.3,
    coverageRate: 0.4,
  });
});

test("both sums alone, where what was shared is held back", () => {
  expect(showMonth(TOTALS, { showsProduction: true, showsWithdrawal: true, showsShared: false })).toEqual({
    productionWh: 4_000,
    withdrawalWh: 10_000,
    ...HELD,
    ...NO_RATES,
  });
});

test.for([
  [true, false, { productionWh: 4_000, withdrawalWh: null }],
  [false, true, { productionWh: null, withdrawalWh: 10_000 }],
  [false, false, { productionWh: null, withdrawalWh: null }],
] as const)("production %s, withdrawal %s: nothing that was shared", ([showsProduction, showsWithdrawal, shown]) => {
  expect(showMonth(TOTALS, { showsProduction, showsWithdrawal, showsShared: true })).toEqual({
    ...shown,
    ...HELD,
    ...NO_RATES,
  });
});

test.for([
  { who: "a commune", kind: "legal", legalId: "21669999100016", isPublic: true },
  { who: "its centre communal d’action sociale", kind: "legal", legalId: "26669999000013", isPublic: true },
  { who: "a firm", kind: "legal", legalId: "35600000049837", isPublic: false },
  { who: "an association", kind: "legal", legalId: "W751234567", isPublic: false },
  { who: "a wrong number", kind: "legal", legalId: "21669999100017", isPublic: false },
  { who: "a body without a number", kind: "legal", legalId: null, isPublic: false },
  { who: "a person", kind: "natural", legalId: null, isPublic: false },
] as const)("$who: public $isPublic", ({ kind, legalId, isPublic }) => {
  expect(isPublicBody({ kind, legalId })).toBe(isPublic);
});

test("each participant counts once, one or two are not told apart, who has left does not count", () => {
  const resident = (id: string): PublishedParty => ({ id, kind: "natural", legalId: null });
  const parties: readonly PublishedParty[] = [
    { id: "M", kind: "legal", legalId: "21669999100016" },
    { id: "x", kind: "legal", legalId: "35600000049837" },
    ...["a", "b", "c", "gone"].map(resident),
  ];
  const of = (letters: string) =>
    [...letters].map((participantId, index) => ({ participantId, meteringPointId: String(index) }));
  expect(countParticipants({ producers: of("Mx"), consumers: of("MMabcx") }, parties)).toEqual({
    publicBodies: 1,
    otherBodies: null,
    residents: 3,
  });
  expect(countParticipants({ producers: of("M"), consumers: of("ab") }, parties)).toEqual({
    publicBodies: 1,
    otherBodies: 0,
    residents: null,
  });
});

const FIRM = ["35600000000048", "35600000049837"] as const; // one firm, two establishments

test("a firm with several SIRETs is one, and so is a commune", () => {
  const parties: readonly PublishedParty[] = [
    ...FIRM.map((legalId, index) => ({ id: `f${index}`, kind: "legal" as const, legalId })),
    { id: "f2", kind: "legal", legalId: FIRM[0] },
    { id: "n1", kind: "legal", legalId: null },
    { id: "n2", kind: "legal", legalId: null },
    { id: "w", kind: "legal", legalId: "W751234567" },
    { id: "M", kind: "legal", legalId: "21669999100016" },
    { id: "S", kind: "legal", legalId: "21669999100016" },
    { id: "a", kind: "natural", legalId: null },
  ];
  const entityOf = guardedEntities(parties);
  expect(["f0", "f1", "f2"].map(entityOf)).toEqual(["356000000", "356000000", "356000000"]);
  expect(["n1", "n2", "w", "a", "unknown"].map(entityOf)).toEqual(["n1", "n2", "W751234567", "a", "unknown"]);
  expect(["M", "S"].map(entityOf)).toEqual([null, null]);
  const consumers = parties.map(({ id }) => ({ participantId: id, meteringPointId: id }));
  const only = (ids: readonly string[]) => consumers.filter(({ participantId }) => ids.includes(participantId));
  const none = { otherBodies: 0, residents: 0 };
  expect(countParticipants({ producers: [], consumers }, parties)).toEqual({
    publicBodies: 1,
    otherBodies: 4,
    residents: null,
  });
  expect(countParticipants({ producers: [], consumers: only(["f0", "f1", "f2", "M", "S"]) }, parties)).toEqual({
    ...none,
    publicBodies: 1,
    otherBodies: null,
  });
});

test("euros are shown where only public bodies are behind them: three with a price of their own are not enough", () => {
  const of = (letters: string) => [...letters].map((participantId) => ({ participantId, meteringPointId: "1" }));
  const isProtected = (id: string) => id !== "M";
  expect(showsMoney({ producers: of("M"), consumers: of("MM") }, isProtected)).toBe(true);
  expect(showsMoney({ producers: of("M"), consumers: of("Mabc") }, isProtected)).toBe(false);
  expect(showsMoney({ producers: of("a"), consumers: of("M") }, isProtected)).toBe(false);
});
