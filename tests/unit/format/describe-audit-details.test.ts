import { expect, test } from "vitest";
import { REQUEST_KINDS } from "@/lib/domain/requests/request-kind";
import { PRICE_KINDS } from "@/lib/domain/tariffs/price-entry";
import { describeAuditActor } from "@/lib/format/describe-audit-actor";
import { describeAuditDetails } from "@/lib/format/describe-audit-details";
import { PRICE_KIND_WORDS } from "@/lib/format/price-words";
import { COMPLAINT_KINDS } from "@/lib/schemas/complaint";
import { LETTER_KINDS } from "@/lib/schemas/letter";

const ID = "0193a7e2-0000-7000-8000-000000000001";

test.for([
  [undefined, null, []],
  [null, { fields: ["email", "legalId"] }, ["champs : adresse électronique, SIRET ou RNA"]],
  [null, { counts: { entered: 2, left: 0 }, entered: [{ meteringPointId: ID }] }, ["entrées : 2", "sorties : 0"]],
  [{ startDay: "2026-01-01" }, { startDay: "2026-02-01" }, ["premier jour : 01/01/2026 → 01/02/2026"]],
  [null, { kind: "static", from: "2026-01-01", ppm: { [ID]: 1 } }, ["nature : statique", "à partir du : 01/01/2026"]],
  [null, { roles: ["consumer", "producer"], participantId: ID }, ["rôles : consommateur, producteur"]],
  [null, { management: { before: "standard", after: "hlm" } }, ["gestion du périmètre : ordinaire → organisme HLM"]],
  [null, { role: "elected", to: "collectivity" }, ["rôle : élu"]],
  [{ role: "officer" }, { role: "admin" }, ["rôle : agent → administrateur"]],
  [{ dueDay: "2026-09-30", pilot: null }, { dueDay: "2026-09-30", fields: ["pilot"] }, ["champs : pilote"]],
  [
    null,
    { kind: "static_values", energySource: "solar" },
    ["nature : nouvelles valeurs statiques", "source d’énergie : solaire"],
  ],
  [
    { kind: "supply", day: "2026-01-01", price: "12,00 c€/kWh" },
    { kind: "supply", day: "2026-01-01", price: "13,00 c€/kWh" },
    [`nature : ${PRICE_KIND_WORDS.supply}`, "jour : 01/01/2026", "prix : 12,00 c€/kWh → 13,00 c€/kWh"],
  ],
  [null, { unheardOf: 1, isTenant: false, peakPowerW: 36_000 }, ["locataire : non", "puissance crête : 36,0 kW"]],
] as const)("%j and %j say %j", ([before, after, expected]) => {
  const plain = describeAuditDetails(before, after as Parameters<typeof describeAuditDetails>[1]);
  expect(plain.map((line) => line.replaceAll(/[\u00a0\u202f]/g, " "))).toEqual(expected);
});

test("no code of an enumeration is shown as it is kept", () => {
  const kinds = [...REQUEST_KINDS, ...LETTER_KINDS, ...COMPLAINT_KINDS, ...PRICE_KINDS];
  const shown = kinds.flatMap((kind) => describeAuditDetails(null, { kind }));
  expect(shown).toHaveLength(kinds.length);
  expect(kinds.filter((kind) => shown.includes(`nature : ${kind}`) && kind !== "suspension")).toEqual([]);
});

test.for([
  [{ actorUserId: ID, actorName: "Ada", via: "session" }, "Ada"],
  [{ actorUserId: ID, actorName: "Ada", via: "api_key" }, "Ada (clé d’API)"],
  [{ actorUserId: ID, actorName: null, via: "session" }, "Compte supprimé"],
  [{ actorUserId: null, actorName: null, via: "job" }, "Prorata (tâche)"],
  [{ actorUserId: null, actorName: null, via: "cli" }, "Prorata (ligne de commande)"],
] as const)("%j is %s", ([event, expected]) => {
  expect(describeAuditActor(event)).toBe(expected);
});
