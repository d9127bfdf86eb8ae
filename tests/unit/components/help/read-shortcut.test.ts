import { expect, test } from "vitest";
import { GO_LETTERS } from "@/components/help/go-letters";
import { readShortcut } from "@/components/help/read-shortcut";

const NEVER = Number.POSITIVE_INFINITY;

test.for([
  ["?", NEVER, { act: "help" }],
  ["/", NEVER, { act: "search" }],
  ["g", NEVER, { act: "wait" }],
  ["p", NEVER, { act: "none" }],
  ["p", 400, { act: "go", letter: "p" }],
  ["P", 400, { act: "go", letter: "p" }], // caps lock
  ["g", 400, { act: "go", letter: "g" }],
  ["g", 2000, { act: "wait" }], // the first one is forgotten
  ["p", 2000, { act: "none" }],
  ["?", 400, { act: "help" }],
  ["Escape", 400, { act: "none" }],
] as const)("%s, %d ms after g", ([key, sinceGoMs, shortcut]) => {
  expect(readShortcut(key, sinceGoMs)).toEqual(shortcut);
});

test("each room has a letter of its own", () => {
  const letters = Object.values(GO_LETTERS);
  expect(new Set(letters).size).toBe(letters.length);
  for (const letter of letters) expect(letter).toMatch(/^[a-z]$/);
});
