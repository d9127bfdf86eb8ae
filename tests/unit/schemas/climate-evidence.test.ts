import { expect, test } from "vitest";
import { evidenceWordsSchema, linkUrlSchema, nodesSchema } from "@/lib/schemas/climate-evidence";

test.for([
  "https://www.exemple.fr/deliberation.pdf",
  "https://exemple.fr:8443/?a=1#p",
  "https://www.exemple.fr/d%C3%A9lib%C3%A9ration",
])("%s is a link", (url) => {
  expect(linkUrlSchema.parse(` ${url} `)).toBe(url);
});

test.for([
  "http://www.exemple.fr",
  "javascript:alert(1)",
  "data:text/html,x",
  "https://agent:secret@exemple.fr",
  "https://localhost/a",
  "//exemple.fr",
  "exemple.fr",
  "https://ex emple.fr",
  "HTTPS://exemple.fr",
  "",
  `https://exemple.fr/${"a".repeat(2_000)}`,
])("%s is none", (url) => {
  expect(linkUrlSchema.safeParse(url).success).toBe(false);
});

test("what is left empty says nothing", () => {
  expect(evidenceWordsSchema.parse({ title: " Rapport ", day: "", note: "  " })).toEqual({
    title: "Rapport",
    day: null,
    note: null,
  });
  expect(evidenceWordsSchema.parse({ title: "Rapport" })).toEqual({ title: "Rapport", day: null, note: null });
  expect(evidenceWordsSchema.safeParse({ title: " " }).success).toBe(false);
  expect(evidenceWordsSchema.safeParse({ title: "Rapport", day: "2026-02-30" }).success).toBe(false);
});

test("an action is named once", () => {
  expect(nodesSchema.parse(["cae_1", "cae_2", "cae_1"])).toEqual(["cae_1", "cae_2"]);
  expect(nodesSchema.safeParse([]).success).toBe(false);
});
