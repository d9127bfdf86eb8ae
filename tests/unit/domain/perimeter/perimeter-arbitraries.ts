import fc from "fast-check";
import type { DeclaredPerimeter } from "@/lib/domain/perimeter/declared-perimeter";

const prm = fc.integer({ min: 0, max: 30 }).map((number) => String(30_000_000_000_000 + number));
// Few of each, so that lines share holders and PRM.
const holder = fc.record({
  name: fc.constantFrom("Commune", "CCAS", "Amel Martin", "École Ferry"),
  legalId: fc.constantFrom(null, "21669999100016", "W661234567"),
  address: fc.constantFrom(null, "1 place de la République", "5 rue des Écoles"),
});

/** A perimeter as the registry can hold it: a PRM once in each list, and with one holder. */
export const perimeterArbitrary: fc.Arbitrary<DeclaredPerimeter> = fc
  .record({
    holders: fc.array(holder, { minLength: 31, maxLength: 31 }),
    consumers: fc.uniqueArray(fc.record({ prm, coefficientPpm: fc.option(fc.integer({ min: 0, max: 1_000_000 })) }), {
      selector: (line) => line.prm,
    }),
    producers: fc.uniqueArray(
      fc.record({
        prm,
        email: fc.constantFrom(null, "mairie@commune.example", "ccas@commune.example"),
        injectionContract: fc.option(fc.constant("0000123456")),
        peakPowerW: fc.option(fc.integer({ min: 1, max: 100_000 })),
      }),
      { selector: (line) => line.prm },
    ),
    kind: fc.constantFrom("static" as const, "default" as const, "dynamic_simple" as const, null),
    management: fc.constantFrom("standard" as const, "hlm" as const),
  })
  .map(({ holders, consumers, producers, ...rest }) => {
    const holderOf = (line: { prm: string }) => holders[Number(line.prm.slice(-2))] as (typeof holders)[number];
    return {
      ...rest,
      consumers: consumers.map((line) => ({ ...line, ...holderOf(line) })),
      producers: producers.map((line) => ({ ...line, ...holderOf(line) })),
    };
  });
