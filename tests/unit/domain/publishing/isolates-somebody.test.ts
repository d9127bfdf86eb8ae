import fc from "fast-check";
import { expect, test } from "vitest";
import type { Holding } from "@/lib/domain/publishing/figures-group";
import { isolatesSomebody } from "@/lib/domain/publishing/isolates-somebody";

/** « a b2 »: the only metering point of a, the second one of b. */
const sum = (text: string): readonly Holding[] =>
  text
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => ({ participantId: word.slice(0, 1), meteringPointId: word.slice(1) }));

test.for([
  { why: "nobody to protect", sums: [""], isolated: false },
  { why: "one", sums: ["a"], isolated: true },
  { why: "two: each finds the other", sums: ["a b"], isolated: true },
  { why: "three", sums: ["a b c"], isolated: false },
  { why: "three metering points of one", sums: ["a1 a2 a3"], isolated: true },
  { why: "the same three each time", sums: ["a b c", "a b c", "a b c"], isolated: false },
  { why: "one enters", sums: ["a b c", "a b c d"], isolated: true },
  { why: "one leaves", sums: ["a b c d", "a b c"], isolated: true },
  { why: "two enter", sums: ["a b c", "a b c d e"], isolated: true },
  { why: "three enter", sums: ["a b c", "a b c d e f"], isolated: false },
  { why: "a tenant follows another: one out, one in", sums: ["a b c d", "b c d e"], isolated: true },
  { why: "two tenants follow others", sums: ["a b c d", "c d e f"], isolated: false },
  { why: "a second metering point of somebody who was there", sums: ["a b c", "a b c c2"], isolated: true },
  { why: "in between months that hide it", sums: ["a b c d e f", "a b c", "d e f g"], isolated: true },
  { why: "by parts of a total", sums: ["a b c d e f g", "a b c", "d e f"], isolated: true },
  {
    why: "two of a pair, each by a subtraction of its own",
    sums: ["a b c", "a b c d e f", "a b c d e f g h i"],
    isolated: false,
  },
])("$why", ({ sums, isolated }) => {
  expect(isolatesSomebody(sums.map(sum))).toBe(isolated);
});

const someHoldings = fc.subarray([...sum("a b c c2 d e f g h")]);
const someSums = fc.array(someHoldings, { minLength: 1, maxLength: 4 });

/** How many participants a combination of sums leaves; 0 when nothing remains. */
function countLeft(sums: readonly (readonly Holding[])[], factors: readonly number[]): number {
  const left = new Map<string, number>();
  for (const [row, holdings] of sums.entries()) {
    for (const { participantId, meteringPointId } of holdings) {
      const key = `${participantId} ${meteringPointId}`;
      left.set(key, (left.get(key) ?? 0) + (factors[row] ?? 0));
    }
  }
  const ids = [...left].flatMap(([key, factor]) => (factor === 0 ? [] : [key.slice(0, 1)]));
  return new Set(ids).size;
}

function* listFactors(length: number): Generator<readonly number[]> {
  if (length === 0) return yield [];
  for (const rest of listFactors(length - 1)) for (const factor of [-2, -1, 0, 1, 2]) yield [...rest, factor];
}

test("no combination of sums that pass leaves one or two participants", () => {
  fc.assert(
    fc.property(someSums, (sums) => {
      fc.pre(!isolatesSomebody(sums));
      for (const factors of listFactors(sums.length)) expect([1, 2]).not.toContain(countLeft(sums, factors));
    }),
  );
});

test("sums of which a plain combination leaves one or two participants are refused", () => {
  fc.assert(
    fc.property(someSums, (sums) => {
      const leaks = [...listFactors(sums.length)].some((factors) => [1, 2].includes(countLeft(sums, factors)));
      fc.pre(leaks);
      expect(isolatesSomebody(sums)).toBe(true);
    }),
  );
});

test("the order of the sums does not matter, nor does one that is there twice", () => {
  fc.assert(
    fc.property(someSums, (sums) => {
      const isolated = isolatesSomebody(sums);
      expect(isolatesSomebody(sums.toReversed())).toBe(isolated);
      expect(isolatesSomebody([...sums, ...sums])).toBe(isolated);
    }),
  );
});
