import fc from "fast-check";
import { expect, test } from "vitest";
import { assignHolders, type RegisteredParticipant } from "@/lib/domain/perimeter/assign-holders";
import type { DeclaredConsumer, DeclaredProducer } from "@/lib/domain/perimeter/declared-perimeter";
import { perimeterArbitrary } from "./perimeter-arbitraries";

const SIRET = "21669999100016";
const COMMUNE: RegisteredParticipant = {
  id: "commune",
  name: "Commune",
  legalId: SIRET,
  address: "1 place",
  email: "mairie@commune.example",
  prms: ["A", "B"],
};

const consumer = (prm: string, change: Partial<DeclaredConsumer> = {}): DeclaredConsumer => ({
  prm,
  name: "Commune",
  legalId: SIRET,
  address: "1 place",
  coefficientPpm: 0,
  ...change,
});
const producer = (prm: string, email: string): DeclaredProducer => {
  const { coefficientPpm: _, ...holder } = consumer(prm);
  return { ...holder, email, injectionContract: null, peakPowerW: null };
};

test.for([
  { what: "the same details", change: {}, goesOn: true },
  { what: "another name, same SIRET", change: { name: "Mairie" }, goesOn: true },
  { what: "another address, same SIRET", change: { address: "2 rue" }, goesOn: true },
  { what: "the SIRET no longer told", change: { legalId: null }, goesOn: true },
  { what: "another SIRET", change: { legalId: "26669999000013" }, goesOn: false },
  { what: "another name, no SIRET", change: { legalId: null, name: "Amel Martin" }, goesOn: false },
])("$what: the participant goes on: $goesOn", ({ change, goesOn }) => {
  const [assigned, ...others] = assignHolders(
    { consumers: [consumer("A", change), consumer("B", change)], producers: [] },
    [COMMUNE],
  );
  expect(others).toEqual([]);
  expect(assigned).toMatchObject({
    participantId: goesOn ? "commune" : null,
    email: goesOn ? COMMUNE.email : null,
    prms: ["A", "B"],
    ...change,
  });
});

test("a new tenant is another person than the former one, who keeps his name", () => {
  const tenant = { ...COMMUNE, id: "tenant", name: "Amel Martin", legalId: null, email: null, prms: ["A"] };
  const [assigned] = assignHolders(
    { consumers: [consumer("A", { name: "Lou Petit", legalId: null })], producers: [] },
    [tenant],
  );
  expect(assigned).toMatchObject({ participantId: null, name: "Lou Petit", email: null });
});

test("a PRM taken over by a participant who is there already goes to him", () => {
  const details = { name: "CCAS", legalId: "26669999000013" };
  const ccas = { ...COMMUNE, ...details, id: "ccas", prms: ["C"] };
  const consumers = [consumer("A"), consumer("B", details), consumer("C", details)];
  const assigned = assignHolders({ consumers, producers: [] }, [COMMUNE, ccas]);
  expect(assigned.map(({ participantId, prms }) => ({ participantId, prms }))).toEqual([
    { participantId: "commune", prms: ["A"] },
    { participantId: "ccas", prms: ["B", "C"] },
  ]);
});

test("roofs with two e-mails have two holders; the consumers join the first", () => {
  const perimeter = {
    consumers: [consumer("A")],
    producers: [producer("P", "mairie@commune.example"), producer("Q", "toits@commune.example")],
  };
  expect(assignHolders(perimeter, [COMMUNE])).toMatchObject([
    { participantId: "commune", email: "mairie@commune.example", prms: ["P", "A"] },
    { participantId: null, email: "toits@commune.example", prms: ["Q"] },
  ]);
});

test("for all perimeters: each PRM has one holder, each participant one place, and a second time changes nothing", () => {
  fc.assert(
    fc.property(perimeterArbitrary, (perimeter) => {
      const first = assignHolders(perimeter, []);
      const prms = first.flatMap((holder) => holder.prms);
      expect(new Set(prms).size).toBe(prms.length);
      expect(new Set(prms)).toEqual(new Set([...perimeter.consumers, ...perimeter.producers].map(({ prm }) => prm)));
      const stored = first.map((holder, index) => ({ ...holder, id: `p${index}` }));
      const second = assignHolders(perimeter, stored);
      expect(second).toEqual(stored.map(({ id, ...holder }) => ({ ...holder, participantId: id })));
    }),
  );
});
