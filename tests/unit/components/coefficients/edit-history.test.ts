import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Edit, type EditHistory, editHistory, startHistory } from "@/components/coefficients/edit-history";
import { fillUnlocked, readShare, totalSheet } from "@/components/coefficients/share-sheet";
import { splitEqually } from "@/lib/domain/coefficients/split-equally";

const begin = () => startHistory([null, null, null, null], 100);
const historyOf = (...edits: readonly Edit[]) => edits.reduce(editHistory, begin());
const typed = (index: number, text: string): Edit => ({ type: "typed", index, text });
const texts = ({ present }: EditHistory) => present.shares.map(({ text }) => text);

describe("a total", () => {
  test("of three times 33,33 and 0,01 is exactly the whole", () => {
    const sheet = historyOf(typed(0, "33,33"), typed(1, "33,33 %"), typed(2, "33.33"), typed(3, "0,01")).present;
    expect(totalSheet(sheet)).toEqual({ sumPpm: 1_000_000, restPpm: 0, unread: [], isFiner: false });
  });

  test("counts what is too much, what is unread and what is finer than the precision", () => {
    const sheet = historyOf(typed(0, "100"), typed(1, "abc"), typed(2, "0,0001")).present;
    expect(totalSheet(sheet)).toEqual({ sumPpm: 1_000_001, restPpm: -1, unread: [1], isFiner: true });
  });
});

test("what is computed leaves locked rows alone and shares what they leave", () => {
  const { present } = historyOf(typed(1, "40"), { type: "locked", index: 1, isLocked: true });
  const { shares } = fillUnlocked(present, (indexes, rest) => splitEqually(indexes.length, 100, rest));
  expect(shares.map(({ text }) => text)).toEqual(["20", "40", "20", "20"]);
});

describe("undo", () => {
  test("takes back at once what was typed without leaving a row", () => {
    const history = historyOf(typed(0, "1"), typed(0, "12"), { type: "left" }, typed(1, "5"), { type: "undone" });
    expect(texts(history)).toEqual(["12", "", "", ""]);
    expect(texts(editHistory(history, { type: "undone" }))).toEqual(["", "", "", ""]);
    expect(texts(editHistory(history, { type: "redone" }))).toEqual(["12", "5", "", ""]);
  });

  test("what is done after it forgets what was undone", () => {
    const history = historyOf(typed(0, "1"), { type: "undone" }, typed(1, "2"), { type: "redone" });
    expect(texts(history)).toEqual(["", "2", "", ""]);
  });

  test("of everything is the beginning, redone it is the end", () => {
    const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
      fc.record({ type: fc.constant("typed" as const), index: fc.nat(3), text: fc.constantFrom("", "1", "12,5", "x") }),
      fc.record({ type: fc.constant("locked" as const), index: fc.nat(3), isLocked: fc.boolean() }),
      fc.record({ type: fc.constant("precision" as const), unitPpm: fc.constantFrom(1, 10, 100) }),
      fc.constant({ type: "left" as const }),
    );
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 30 }), (edits) => {
        const end = historyOf(...edits);
        let back = end;
        while (back.past.length > 0) back = editHistory(back, { type: "undone" });
        expect(back.present).toEqual(begin().present);
        let forth = back;
        while (forth.future.length > 0) forth = editHistory(forth, { type: "redone" });
        expect(forth.present).toEqual(end.present);
      }),
    );
  });
});

test("a share is read as the form that is sent reads it", () => {
  expect(["", " ", "12,5", "100", "100,0001", "x"].map((text) => readShare({ text, isLocked: false }))).toEqual([
    0,
    0,
    125_000,
    1_000_000,
    null,
    null,
  ]);
});
