import { expect, test } from "vitest";
import { typesetFrench } from "@/lib/formats/typeset-french";

test.for([
  ["C'est admis, l'annexe n'a qu'une ligne", "C’est admis, l’annexe n’a qu’une ligne"],
  ["écrivez : « 12 »", "écrivez\u00a0: «\u00a012\u00a0»"],
  ["l'en-tête qu'« Enedis » attend", "l’en-tête qu’«\u00a0Enedis\u00a0» attend"],
  // Excel's own mark of a text, which is what the message is about.
  ["« '30001234567890 »", "«\u00a0'30001234567890\u00a0»"],
] as const)("%s", ([message, expected]) => {
  expect(typesetFrench(message)).toBe(expected);
});
