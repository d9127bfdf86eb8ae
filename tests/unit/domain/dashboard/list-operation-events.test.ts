import { expect, test } from "vitest";
import { listOperationEvents, type OperationFacts } from "@/lib/domain/dashboard/list-operation-events";
import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { describeEventDays, describeOperationEvent } from "@/lib/format/describe-operation-event";

const day = (text: string): CivilDate => civilDate(text);
const month = (n: number) => ({ from: day(`2026-0${n}-01`), toExclusive: day(`2026-0${n + 1}-01`) });
const YEAR = { from: day("2026-01-01"), toExclusive: day("2027-01-01") };
const NOTHING: OperationFacts = { stays: [], keys: [], periods: [], anniversaries: [], statuses: [] };
const RUN = { version: 1, computedOn: day("2026-05-04"), correctedSteps: 0, isStale: false, isClosed: false };
const NONE = { points: 0, days: 0 };

const told = (facts: Partial<OperationFacts>) =>
  listOperationEvents({ ...NOTHING, ...facts }, YEAR).map((event) => [
    event.lane,
    describeOperationEvent(event.fact).replaceAll("\u00a0", " "),
    describeEventDays(event).replaceAll("\u00a0", " "),
    event.path,
  ]);

test("entries and exits of one day are counted together, and name nobody", () => {
  const stays = [
    { role: "consumer", from: day("2026-03-01"), toExclusive: null },
    { role: "consumer", from: day("2026-03-01"), toExclusive: day("2026-06-15") },
    { role: "producer", from: day("2026-03-01"), toExclusive: day("2027-02-01") },
    { role: "consumer", from: day("2025-03-01"), toExclusive: null },
  ] as const;
  expect(told({ stays })).toEqual([
    ["perimeter", "Entrée de 2 consommateurs et 1 producteur", "le 01/03/2026", "/participants"],
    ["perimeter", "Sortie de 1 consommateur", "le 15/06/2026", "/participants"],
  ]);
});

test("a key holds until the next one; one that ended before the window is left out", () => {
  const keys = [
    { id: "a", kind: "default", from: day("2025-01-01"), toExclusive: day("2026-01-01") },
    { id: "b", kind: "static", from: day("2026-01-01"), toExclusive: day("2026-07-01") },
    { id: "c", kind: "dynamic_simple", from: day("2026-07-01"), toExclusive: null },
  ] as const;
  expect(told({ keys })).toEqual([
    ["key", "Clé statique", "du 01/01/2026 au 30/06/2026", "/coefficients/versions"],
    ["key", "Clé dynamique simple", "depuis le 01/07/2026", "/coefficients/versions"],
  ]);
});

test("a period waits, is settled, corrected, or to be settled again", () => {
  const periods = [
    { period: month(3), missing: NONE, run: { ...RUN, isClosed: true, isStale: true } },
    { period: month(4), missing: NONE, run: { ...RUN, version: 2, correctedSteps: 4 } },
    { period: month(5), missing: NONE, run: { ...RUN, isStale: true } },
    { period: month(6), missing: { points: 2, days: 5 }, run: null },
    { period: month(7), missing: NONE, run: null },
  ];
  expect(told({ periods })).toEqual([
    ["settlement", "Calculée le 04/05/2026, close", "mars 2026", "/periodes/2026-03-01"],
    ["measures", "4 pas de mesure corrigés", "avril 2026", "/periodes/2026-04-01"],
    ["settlement", "Corrigée, version 2, le 04/05/2026", "avril 2026", "/periodes/2026-04-01/versions"],
    [
      "settlement",
      "À recalculer : des données ont changé depuis le calcul du 04/05/2026",
      "mai 2026",
      "/periodes/2026-05-01",
    ],
    ["measures", "En attente : 2 PRM sans données, 5 jours", "juin 2026", "/periodes/2026-06-01"],
  ]);
});

test("a suspension lasts until the next decision; of two for one day the last one recorded holds", () => {
  const statuses = [
    { from: day("2026-05-01"), status: "ended" },
    { from: day("2026-05-01"), status: "suspended" },
    { from: day("2026-08-01"), status: "active" },
    { from: day("2026-11-01"), status: "ended" },
  ] as const;
  expect(told({ statuses })).toEqual([
    ["convention", "Convention suspendue", "du 01/05/2026 au 31/07/2026", "/echeances/convention"],
    ["convention", "Fin de la suspension", "le 01/08/2026", "/echeances/convention"],
    ["convention", "Fin de la convention", "depuis le 01/11/2026", "/echeances/convention"],
  ]);
});

test("a moved anniversary is told on its day", () => {
  expect(told({ anniversaries: [{ from: day("2026-09-15"), dayOfMonth: 15 }] })).toEqual([
    ["convention", "Anniversaire mensuel déplacé au 15 du mois", "le 15/09/2026", "/reglages/calendrier"],
  ]);
});
