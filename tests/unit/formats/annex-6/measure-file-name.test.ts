import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parseMeasureFileName, writeMeasureFileName } from "@/lib/formats/annex-6/measure-file-name";
import { quantityOfTypeToken } from "@/lib/formats/annex-6/quantity-of-type-token";

test("the name printed in annexe 6", () => {
  expect(parseMeasureFileName("12311111111101_27032017_15042017_Autoconso_CDC.csv")).toEqual({
    identifier: { kind: "metering_point", prm: "12311111111101", doubts: [] },
    from: "2017-03-27",
    lastDay: "2017-04-15",
    period: { from: "2017-03-27", toExclusive: "2017-04-16" },
    typeToken: "Autoconso",
    quantity: "self_consumed",
    kind: "load_curve",
  });
});

test.for([
  ["ACC00000112_01012024_31012024_Conso_CDC.csv", "operation", "load_curve", "withdrawal"],
  ["acc00000112_01012024_31012024_SURPLUS_cdc.CSV", "operation", "load_curve", "surplus"],
  ["0000123456_01012024_31012024_Production_CDC.csv", "injection_contract", "load_curve", "injection"],
  ["0000123456_01012024_31012024_Autoprod_CDC.csv", "injection_contract", "load_curve", "self_produced"],
  ["12311111111101_01012024_31012024_Autoprod_CDC.csv", "metering_point", "load_curve", null],
  ["12311111111101_01012024_31012024_Complément_CDC.csv", "metering_point", "load_curve", "complement"],
  ["12311111111101_01012024_31012024_quantités_Energie.csv", "metering_point", "energy", null],
  ["12311111111101_01012024_31012024_Auto_Conso_ÉNERGIE.csv", "metering_point", "energy", "self_consumed"],
  ["1234567890123_01012024_31012024_Truc_CDC (2).csv", "metering_point", "load_curve", null],
  ["NNNN_01012024_31012024_Conso_CDC.csv", "unknown", "load_curve", "withdrawal"],
  ["../avril\\12311111111101_01012024_31012024_Conso_CDC.csv", "metering_point", "load_curve", "withdrawal"],
] as const)("%s", ([name, identifier, kind, quantity]) => {
  expect(parseMeasureFileName(name)).toMatchObject({ identifier: { kind: identifier }, kind, quantity });
});

test.for([
  "Perimetre_Participants.csv",
  "12311111111101_31022024_31032024_Conso_CDC.csv", // 31 February
  "12311111111101_31012024_01012024_Conso_CDC.csv", // reversed
  "12311111111101_01012024_31012024_CDC.csv",
  "12311111111101_01012024_31012024_Conso_CDC.xlsx",
])("%s is not such a name", (name) => {
  expect(parseMeasureFileName(name)).toBeNull();
});

test.for([
  ["Conso", "consumer", "withdrawal"],
  ["Consommation", null, "withdrawal"],
  ["SOUTIRAGE", null, "withdrawal"],
  ["Prod", null, "injection"],
  ["Injection", null, "injection"],
  ["Autoconso", null, "self_consumed"],
  ["Autoconsommé", null, "self_consumed"],
  ["Autoprod", "consumer", "self_consumed"],
  ["Autoprod", "producer", "self_produced"],
  ["Autoproduction", "operation", "self_produced"],
  ["Autoprod", null, null],
  ["Surplus", "producer", "surplus"],
  ["Alloprod", "consumer", "complement"],
  ["Complément", null, "complement"],
  ["quantités", "consumer", null],
  ["", null, null],
] as const)("token %j of a %s is %s", ([token, role, quantity]) => {
  expect(quantityOfTypeToken(token, role)).toBe(quantity);
});

test("what is written is read back", () => {
  const quantity = fc.constantFrom(
    "withdrawal",
    "injection",
    "self_consumed",
    "self_produced",
    "surplus",
    "complement",
  );
  const kind = fc.constantFrom("load_curve", "energy");
  fc.assert(
    fc.property(
      quantity,
      kind,
      fc.nat({ max: 9_000 }),
      fc.integer({ min: 1, max: 400 }),
      (what, which, offset, days) => {
        const from = addDays(civilDate("2015-01-01"), offset);
        const period = { from, toExclusive: addDays(from, days) };
        const name = writeMeasureFileName({ identifier: "ACC00000112", period, quantity: what, kind: which });
        expect(parseMeasureFileName(name)).toMatchObject({ period, quantity: what, kind: which });
      },
    ),
  );
});
