import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { repairAddress } from "@/lib/server/repair-address";

test.for([
  ["/operations/%ff", "/operations/%EF%BF%BD"],
  ["/lien/%00%ff?suite=/acces", "/lien/%EF%BF%BD?suite=/acces"],
  ["/%", "/%EF%BF%BD"],
  ["/a/%E0%A4%A/b", "/a/%EF%BF%BD/b"],
  ["/aide?q=%ff", "/aide?q=%ff"],
  ["/op%C3%A9rations/%2Fa", "/op%C3%A9rations/%2Fa"],
  ["*", "*"],
  ["", ""],
] as const)("%s is answered as %s", ([asked, expected]) => {
  expect(repairAddress(asked)).toBe(expected);
});

describe("whatever is asked", () => {
  test("what comes out can be read, and what could be read is not touched", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("/", "%", "a", "C3", "A9", "f", "F", "é", "%C3%A9")), (parts) => {
        const asked = `/${parts.join("")}`;
        const repaired = repairAddress(asked);
        expect(() => decodeURIComponent(repaired)).not.toThrow();
        expect(repairAddress(repaired)).toBe(repaired);
      }),
    );
  });
});
