import { expect, test } from "vitest";
import type { Consent } from "@/lib/domain/consents/consent";
import { listWithdrawalConsequences } from "@/lib/domain/consents/list-withdrawal-consequences";
import { civilDate } from "@/lib/domain/time/civil-date";

const DAY = civilDate("2026-06-01");
const SIGNED: Consent = {
  participantId: "ana",
  meteringPointId: null,
  kind: "agreement",
  givenDay: civilDate("2026-01-10"),
  expiryDay: null,
  withdrawnDay: null,
  participation: true,
  curveCollection: true,
  supplierTransmission: true,
  organiserTransmission: true,
};
const point = (id: string, from: string, to: string | null = null) => ({
  id,
  participantId: "ana",
  attachments: [{ from: civilDate(from), toExclusive: to === null ? null : civilDate(to) }],
});
const POINTS = [point("home", "2026-01-15"), point("shed", "2026-09-01"), point("left", "2026-01-15", "2026-05-01")];

function listFor(consents: readonly [Consent, ...Consent[]]) {
  const registry = { management: "standard", participants: [{ id: "ana", isTenant: false }], points: POINTS } as const;
  return listWithdrawalConsequences({ ...registry, consents }, consents[0], DAY);
}

const onlySupplier = { participation: false, curveCollection: false, organiserTransmission: false };

test.for([
  ["the only paper: who takes part, and who was to enter", [SIGNED], ["home", "shed"]],
  ["for one metering point", [{ ...SIGNED, meteringPointId: "home" }], ["home"]],
  ["nothing that taking part depends on", [{ ...SIGNED, ...onlySupplier }], []],
  ["already expired", [{ ...SIGNED, expiryDay: DAY }], []],
  ["signed again today: what is new still holds", [SIGNED, { ...SIGNED, givenDay: DAY }], []],
] as const)("%s", ([, consents, expected]) => {
  expect(listFor(consents as readonly [Consent, ...Consent[]])).toEqual(expected);
});
