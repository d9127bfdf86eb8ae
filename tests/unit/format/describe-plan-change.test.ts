import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import {
  type DescribablePlanChange,
  describePlanChange,
  type PlanChangeWords,
} from "@/lib/format/describe-plan-change";

const words: PlanChangeWords = {
  names: new Map([["u1", "Ada"]]),
  questions: [{ id: "q", theme: "energy", wording: "La commune a-t-elle un réseau de chaleur ?", type: "binary" }],
};
const note = { explanation: null, outReason: null, pilot: null, dueDay: null };
const event = { title: null, before: null, after: null };

test.for<[DescribablePlanChange, readonly string[]]>([
  [{ kind: "status", before: null, after: { status: "done" } }, ["Statut : Non renseigné → Fait"]],
  [{ kind: "status", before: { status: "unfilled" }, after: null }, ["Statut : Non renseigné → Non renseigné"]],
  [
    { kind: "status", before: { status: "planned" }, after: { status: "detailed", detail: [0.5, 0.3, 0.2] } },
    ["Statut : Programmé → En détail (fait 50\u00a0%, programmé 30\u00a0%, pas fait 20\u00a0%)"],
  ],
  [
    {
      kind: "note",
      before: { ...note, pilot: { kind: "member", userId: "u1" }, dueDay: civilDate("2026-09-30") },
      after: { ...note, pilot: { kind: "service", name: "Service énergie" }, explanation: "Deux toits." },
    },
    ["Explication : – → « Deux toits. »", "Pilote : Ada → Service énergie", "Échéance : 30/09/2026 → –"],
  ],
  [
    { kind: "note", before: null, after: { ...note, pilot: { kind: "member", userId: "gone" } } },
    ["Pilote : – → un ancien utilisateur"],
  ],
  [
    { ...event, kind: "evidence", action: "join.climate_evidence", title: "Délibération" },
    [expect.stringMatching(/ : « Délibération »$/)],
  ],
  [
    { ...event, kind: "audit", action: "start.climate_audit", after: { auditorId: "u1" } },
    ["Audit du plan climat commencé, confié à Ada"],
  ],
  [
    { ...event, kind: "audit", action: "request.climate_audit", after: { star: 2 } },
    ["Étoile demandée pour le plan climat (étoile 2)"],
  ],
  [
    {
      ...event,
      kind: "profile",
      action: "update.climate_profile",
      before: { kind: "commune", population: 900, isOverseas: false, answers: { q: true, r: 0.5 } },
      after: { kind: "intercommunal", population: 900, isOverseas: false, answers: { r: 0.25 } },
    },
    [
      "Personnalisation du plan climat changée",
      "Type : commune → intercommunalité",
      "« La commune a-t-elle un réseau de chaleur ? » : oui → –",
      "« r » : 50\u00a0% → 25\u00a0%",
    ],
  ],
])("%j", ([change, lines]) => {
  expect(describePlanChange(change, words)).toEqual(lines);
});
