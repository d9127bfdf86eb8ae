import { expect, test } from "vitest";
import { DEMONSTRATION_OPERATION } from "@/lib/domain/demonstration/demonstration-operation";
import { DEMONSTRATION_PARTIES } from "@/lib/domain/demonstration/demonstration-parties";
import { isAccNumber } from "@/lib/domain/identifiers/is-acc-number";
import { isInjectionContract } from "@/lib/domain/identifiers/is-injection-contract";
import { isSiret } from "@/lib/domain/identifiers/is-siret";
import { parsePrm } from "@/lib/domain/identifiers/parse-prm";
import { type DescribedOperation, listMissingSheetFields } from "@/lib/domain/operation/list-missing-sheet-fields";
import type { PartyRole } from "@/lib/domain/operation/operation-party";
import { PARTY_SCHEMAS } from "@/lib/schemas/operation-sheet";

const { meteringPoints, participants, gaps, organiser, referent, signatory, ...operation } = DEMONSTRATION_OPERATION;
const consumers = meteringPoints.filter((point) => point.role === "consumer");
const producers = meteringPoints.filter((point) => point.role === "producer");

test("one producer of 54 kWc and eleven consumers, as in the convention's case", () => {
  expect(producers.map(({ peakPowerW }) => peakPowerW)).toEqual([54_000]);
  expect(consumers).toHaveLength(11);
});

test.for(meteringPoints)("$name has a PRM that raises no doubt", ({ prm }) => {
  expect(parsePrm(prm)).toEqual({ prm, doubts: [] });
  expect(prm.startsWith("99")).toBe(true);
});

test("identifiers are unique and well formed", () => {
  expect(new Set(meteringPoints.map(({ prm }) => prm)).size).toBe(meteringPoints.length);
  expect(isAccNumber(operation.accNumber)).toBe(true);
  for (const { siret } of participants) expect(isSiret(siret)).toBe(true);
  for (const { injectionContract } of producers) expect(isInjectionContract(injectionContract)).toBe(true);
});

test("the shares add up to the whole, exactly", () => {
  expect(consumers.reduce((sum, { coefficientPpm }) => sum + coefficientPpm, 0)).toBe(1_000_000);
});

test("every metering point has its participant, every participant a metering point", () => {
  const held = new Set(meteringPoints.map(({ participantKey }) => participantKey));
  expect([...held].sort()).toEqual(participants.map(({ key }) => key).sort());
});

test("addresses that reach nobody", () => {
  for (const { email } of [...participants, organiser, referent, signatory])
    expect(email).toMatch(/@[a-z-]+\.example$/);
  for (const { phone } of [referent, signatory]) expect(phone).toMatch(/^04 65 71 /);
});

test("its sheet lacks nothing, as one types it, and names nobody", () => {
  const sheet = { proximityKind: "extended", derogationBasis: null, place: operation.city };
  const parties = DEMONSTRATION_PARTIES as DescribedOperation["parties"];
  expect(listMissingSheetFields({ ...sheet, parties })).toEqual([]);
  for (const [role, party] of Object.entries(DEMONSTRATION_PARTIES)) {
    expect(PARTY_SCHEMAS[role as PartyRole].parse(party)).toEqual(party);
    expect(party.email).toMatch(/@[a-z-]+\.example$/);
  }
});

test("any two points are less than 2 km apart, the limit of an extended operation", () => {
  for (const a of meteringPoints) {
    for (const b of meteringPoints) {
      const northM = (a.latitudeDegrees - b.latitudeDegrees) * 111_100;
      const eastM = (a.longitudeDegrees - b.longitudeDegrees) * 111_100 * Math.cos((42.7 * Math.PI) / 180);
      expect(Math.hypot(northM, eastM)).toBeLessThan(2_000);
    }
  }
});

test("gaps belong to its consumers and lie in the measured months", () => {
  const { from, toExclusive } = operation.measured;
  for (const gap of gaps) {
    expect(consumers.map(({ prm }) => prm)).toContain(gap.prm);
    expect(gap.from >= from && gap.toExclusive < toExclusive && gap.from < gap.toExclusive).toBe(true);
  }
});
