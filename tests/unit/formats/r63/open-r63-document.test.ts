import fc from "fast-check";
import { expect, test } from "vitest";
import { openR63Document } from "@/lib/formats/r63/open-r63-document";

const encode = (text: string) => new TextEncoder().encode(text);
const open = (text: string) => {
  const { path, measures } = openR63Document(encode(text));
  return { path, measures: measures && [...measures] };
};

const spacing = fc.constantFrom("", " ", "\r\n", "\t");
/** JSON as anybody may write it, with brackets and quotes inside its texts. */
const json = fc.jsonValue({
  maxDepth: 4,
  stringUnit: fc.constantFrom("a", '"', "\\", "[", "]", "{", "}", ",", ":", "é"),
});

test("measures parsed one at a time are those of the file parsed whole", () => {
  fc.assert(
    fc.property(fc.array(json), fc.dictionary(fc.string(), json), spacing, (measures, others, space) => {
      const { mesures: _, ...header } = others;
      const list = JSON.stringify(measures, null, space);
      const root = JSON.stringify({ ...header, mesures: measures, apres: header }, null, space);
      const parsed = JSON.parse(list) as unknown;
      expect(open(space + list + space)).toEqual({ path: "", measures: parsed });
      expect(open(space + root + space)).toEqual({ path: "mesures", measures: parsed });
    }),
  );
});

test("what is no JSON is refused, wherever it is broken", () => {
  fc.assert(
    fc.property(
      fc.array(json, { minLength: 1 }),
      fc.nat(),
      fc.constantFrom("", ",", "]", "}", '"', "\\"),
      (measures, at, put) => {
        const text = JSON.stringify({ mesures: measures });
        const cut = at % text.length;
        const broken = text.slice(0, cut) + put + text.slice(cut + 1);
        const whole = (): unknown => JSON.parse(broken);
        const each = () => open(broken).measures;
        try {
          whole();
        } catch {
          expect(each).toThrow(SyntaxError);
          return;
        }
        expect(each).not.toThrow();
      },
    ),
  );
});

const SHAPES = [
  ['{"idPrm": "1", "grandeur": []}', { path: null, measures: [{ idPrm: "1", grandeur: [] }] }],
  ['[{"idPrm": "1"}]', { path: "", measures: [{ idPrm: "1" }] }],
  ['\ufeff{"mesures": [1, 2]}', { path: "mesures", measures: [1, 2] }],
  ['{"header": "mesures", "mesures": [1]}', { path: "mesures", measures: [1] }],
  ['{"header": {"mesures": [1]}, "mesures": [2]}', { path: "mesures", measures: [2] }],
  ['{"mesures": [1], "mesures": [2]}', { path: "mesures", measures: [2] }], // as JSON.parse has it
  ['{"mesures": []}', { path: "mesures", measures: [] }],
  ['{"mesures": {}}', { path: null, measures: null }],
  ["12", { path: null, measures: null }],
] as const;

test.for(SHAPES)("%s", ([text, expected]) => {
  expect(open(text)).toEqual(expected);
});
