import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Consent } from "@/lib/domain/consents/consent";
import { type ConsentPoint, listMissingConsents } from "@/lib/domain/consents/list-missing-consents";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";

const DAY = civilDate("2026-06-01");
const EVERYTHING = ["participation", "curve_collection", "organiser_transmission"] as const;

const SIGNED: Consent = {
  participantId: "ana",
  meteringPointId: null,
  kind: "agreement",
  givenDay: civilDate("2026-01-10"),
  expiryDay: null,
  withdrawnDay: null,
  participation: true,
  curveCollection: true,
  supplierTransmission: false,
  organiserTransmission: true,
};
const CURVE_ONLY: Consent = { ...SIGNED, participation: false };
const TOLD: Consent = {
  ...SIGNED,
  kind: "tenant_information",
  participation: false,
  curveCollection: false,
  organiserTransmission: false,
};

function point(id: string, from = "2026-01-15", to: string | null = null, participantId = "ana"): ConsentPoint {
  return {
    id,
    participantId,
    attachments: [{ from: civilDate(from), toExclusive: to === null ? null : civilDate(to) }],
  };
}

function listLacks(
  consents: readonly Consent[],
  points = [point("home")],
  management: "standard" | "hlm" = "standard",
) {
  const participants = [
    { id: "ana", isTenant: true },
    { id: "ben", isTenant: false },
  ];
  const missing = listMissingConsents({ management, participants, points, consents }, DAY);
  return Object.fromEntries(missing.map(({ meteringPointId, lacks }) => [meteringPointId, lacks]));
}

describe("anyone, the organiser too", () => {
  test.for([
    ["nothing is recorded", [], { home: EVERYTHING }],
    ["all is signed, for all metering points", [SIGNED], {}],
    ["the supplier's box is never needed", [{ ...SIGNED, supplierTransmission: true }], {}],
    ["signed for this one", [{ ...SIGNED, meteringPointId: "home" }], {}],
    ["signed for another one", [{ ...SIGNED, meteringPointId: "shed" }], { home: EVERYTHING }],
    ["signed by another one", [{ ...SIGNED, participantId: "ben" }], { home: EVERYTHING }],
    ["the curve is refused", [{ ...SIGNED, curveCollection: false }], { home: ["curve_collection"] }],
    ["in two papers", [{ ...SIGNED, curveCollection: false }, CURVE_ONLY], {}],
    ["signed tomorrow", [{ ...SIGNED, givenDay: addDays(DAY, 1) }], { home: EVERYTHING }],
    ["over since today", [{ ...SIGNED, expiryDay: DAY }], { home: EVERYTHING }],
    ["withdrawn", [{ ...SIGNED, withdrawnDay: DAY }], { home: EVERYTHING }],
    [
      "withdrawn for the metering point: what was signed before for all no longer holds for it",
      [SIGNED, { ...CURVE_ONLY, meteringPointId: "home", withdrawnDay: DAY }],
      { home: ["curve_collection", "organiser_transmission"] },
    ],
    [
      "withdrawn, then signed again",
      [
        { ...SIGNED, withdrawnDay: DAY },
        { ...SIGNED, givenDay: DAY },
      ],
      {},
    ],
    ["a tenant outside a HLM operation is told in vain", [TOLD, CURVE_ONLY], { home: ["participation"] }],
  ] as const)("%s", ([, consents, expected]) => {
    expect(listLacks(consents)).toEqual(expected);
  });
});

describe("a tenant of a HLM operation", () => {
  test.for([
    ["was not told", [CURVE_ONLY], { home: ["tenant_information"] }],
    ["was told, but his curve is not free", [TOLD], { home: ["curve_collection", "organiser_transmission"] }],
    ["was told and gave his curve", [TOLD, CURVE_ONLY], {}],
    ["agreed expressly, which is more", [SIGNED], {}],
    ["objected", [{ ...TOLD, withdrawnDay: DAY }, CURVE_ONLY], { home: ["tenant_objection"] }],
    ["objected, told twice", [TOLD, { ...TOLD, withdrawnDay: DAY }, CURVE_ONLY], { home: ["tenant_objection"] }],
    [
      "objected, then wished to come back",
      [
        { ...TOLD, withdrawnDay: DAY },
        { ...SIGNED, givenDay: DAY },
      ],
      {},
    ],
    ["objects later", [{ ...TOLD, withdrawnDay: addDays(DAY, 1) }, CURVE_ONLY], {}],
  ] as const)("%s", ([, consents, expected]) => {
    expect(listLacks(consents, [point("home")], "hlm")).toEqual(expected);
  });

  test("who is no tenant there needs an agreement", () => {
    expect(listLacks([{ ...TOLD, participantId: "ben" }], [point("roof", "2026-01-15", null, "ben")], "hlm")).toEqual({
      roof: EVERYTHING,
    });
  });
});

describe("days", () => {
  test.for([
    ["who left needs nothing", point("home", "2026-01-15", "2026-06-01"), {}],
    ["who leaves tomorrow still does", point("home", "2026-01-15", "2026-06-02"), { home: EVERYTHING }],
    ["who enters later does on that day", point("home", "2026-09-01"), { home: EVERYTHING }],
    ["who enters and leaves the same day never counts", point("home", "2026-09-01", "2026-09-01"), {}],
  ] as const)("%s", ([, of, expected]) => {
    expect(listLacks([], [of])).toEqual(expected);
  });

  test("an entry is judged on its own day", () => {
    const registry = {
      management: "standard",
      participants: [{ id: "ana", isTenant: false }],
      points: [point("home", "2026-09-01")],
    } as const;
    const over = { ...SIGNED, expiryDay: civilDate("2026-08-15") };
    expect(listMissingConsents({ ...registry, consents: [over] }, DAY)).toEqual([
      { participantId: "ana", meteringPointId: "home", neededOn: "2026-09-01", isEntering: true, lacks: EVERYTHING },
    ]);
    const inTime = { ...SIGNED, givenDay: civilDate("2026-09-01") };
    expect(listMissingConsents({ ...registry, consents: [inTime] }, DAY)).toEqual([]);
  });
});

test("one more valid signature never makes anything lacking, one fewer never mends it", () => {
  const consent = fc.record({
    participantId: fc.constant("ana"),
    meteringPointId: fc.constantFrom(null, "home", "shed"),
    kind: fc.constantFrom("agreement" as const, "tenant_information" as const),
    givenDay: fc.integer({ min: -50, max: 5 }).map((offset) => addDays(DAY, offset)),
    expiryDay: fc.option(fc.integer({ min: -20, max: 20 }).map((offset) => addDays(DAY, offset))),
    withdrawnDay: fc.constant(null),
    participation: fc.boolean(),
    curveCollection: fc.boolean(),
    supplierTransmission: fc.boolean(),
    organiserTransmission: fc.boolean(),
  });
  const management = fc.constantFrom("standard" as const, "hlm" as const);
  fc.assert(
    fc.property(fc.array(consent, { maxLength: 4 }), consent, management, (some, more, kind) => {
      const points = [point("home"), point("shed", "2026-06-20")];
      const fewer = listLacks(some, points, kind);
      const larger = listLacks([...some, more], points, kind);
      for (const [id, lacks] of Object.entries(larger)) expect(fewer[id]).toEqual(expect.arrayContaining([...lacks]));
    }),
  );
});
