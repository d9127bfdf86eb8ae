import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPhone } from "@/lib/format/format-phone";
import { formatSiret } from "@/lib/format/format-siret";
import { suggestSlug } from "@/lib/format/suggest-slug";
import { slugSchema } from "@/lib/schemas/operation-fields";

test.for([
  ["Commune de Pézilla-la-Rivière", "commune-de-pezilla-la-riviere"],
  ["L’Œuvre d’Ambérieu (n° 2)", "l-oeuvre-d-amberieu-n-2"],
  ["  --  ", ""],
] as const)("%s is called %s in addresses", ([name, slug]) => {
  expect(suggestSlug(name)).toBe(slug);
});

test("what is proposed is always accepted, but for names without a letter", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (name) => {
      const slug = suggestSlug(name);
      return slug === "" || slug === "nouvelle" || slugSchema.safeParse(slug).success;
    }),
  );
});

test("numbers are printed as people write them", () => {
  expect(formatPhone("0468920010").split("\u00a0")).toEqual(["04", "68", "92", "00", "10"]);
  expect(formatPhone("3900")).toBe("3900");
  expect(formatSiret("21660140100120").split("\u00a0")).toEqual(["216", "601", "401", "00120"]);
});
