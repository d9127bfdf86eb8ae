import { expect, test } from "vitest";
import { describeKeysLeft } from "@/lib/format/describe-keys-left";

test.for([
  [0, 0, ""],
  [1, 0, "1 clé d’API reste ouverte."],
  [0, 1, "1 calendrier reste ouvert."],
  [2, 1, "2 clés d’API et 1 calendrier restent ouverts."],
] as const)("%d keys and %d calendars", ([apiKeys, calendars, words]) => {
  expect(describeKeysLeft({ apiKeys, calendars }).replaceAll("\u00a0", " ")).toBe(words);
});
