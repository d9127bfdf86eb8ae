import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDefinitiveEnergy } from "@/lib/formats/dso-api/read-definitive-energy";

const ANSWER = {
  cons_id: "12345678901234",
  startDate: "2026-03-01",
  endDate: "2026-04-01T00:00:00+02:00",
  unit: "kWh",
  quantities: [
    {
      type: "cons",
      calendar_type: "TURPE",
      quantities: [
        { name: "HPH", value: 134.7 },
        { name: "HCH", value: "8495,17" },
        { name: "P", value: null },
      ],
    },
    { type: "autocons", calendar_type: "TURPE", quantities: [{ name: "HPH", value: 0 }] },
  ],
};

const read = (answer: unknown) => readDefinitiveEnergy(new TextEncoder().encode(JSON.stringify(answer)));
const codesOf = (answer: unknown) => read(answer).problems.listed.map(({ code, column }) => [code, column]);

test("energies come in Wh, exactly, by quantity and tariff period; what is not said is null", () => {
  const { identifier, from, end, energies, problems } = read(ANSWER);
  expect({ identifier, from, end }).toEqual({ identifier: "12345678901234", from: "2026-03-01", end: "2026-04-01" });
  expect(problems).toEqual({ listed: [], errorCount: 0, warningCount: 0 });
  expect(energies.map(({ quantity, tariffPeriod, energyWh }) => [quantity, tariffPeriod, energyWh])).toEqual([
    ["withdrawal", "HPH", 134_700],
    ["withdrawal", "HCH", 8_495_170],
    ["withdrawal", "P", null],
    ["self_consumed", "HPH", 0],
  ]);
});

test.for([
  ["Wh", "12", 12],
  ["kWh", "1.0005", 1000.5],
  ["kWh", 0.1, 100],
  ["MWh", "0.000001", 1],
  ["mwh", 2, 2_000_000],
] as const)("in %s, %j is %j Wh", ([unit, value, energyWh]) => {
  const quantities = [{ type: "prod", quantities: [{ name: "BASE", value }] }];
  expect(read({ ...ANSWER, unit, quantities }).energies[0]?.energyWh).toBe(energyWh);
});

test.for([undefined, null])("dates that are %s are left to be asked for", (startDate) => {
  const { from, end, problems } = read({ ...ANSWER, startDate });
  expect({ from, end, errorCount: problems.errorCount }).toEqual({ from: null, end: "2026-04-01", errorCount: 0 });
});

test("what the operation consumed of a producer's production is self-produced", () => {
  const quantities = ["prod", "autocons", "surplus"].map((type) => ({ type, quantities: [{ name: "P", value: 1 }] }));
  const { energies } = read({ ...ANSWER, cons_id: undefined, prod_id: ANSWER.cons_id, quantities });
  expect(energies.map(({ quantity }) => quantity)).toEqual(["injection", "self_produced", "surplus"]);
});

describe("what differs from the known shape", () => {
  test.for([
    ["no JSON object", [], [["WRONG_SHAPE", ""]]],
    ["a date of another kind", { ...ANSWER, startDate: 20260301 }, [["WRONG_SHAPE", "startDate"]]],
    ["a date that is none", { ...ANSWER, startDate: "2026-02-30" }, [["DATE_UNREADABLE", "startDate"]]],
    ["another unit", { ...ANSWER, unit: "GJ" }, [["UNIT_UNKNOWN", "unit"]]],
    [
      "an energy in words",
      { ...ANSWER, quantities: [{ type: "cons", quantities: [{ name: "HP", value: "douze" }] }] },
      [["VALUE_UNREADABLE", "quantities[0].quantities[0].value"]],
    ],
    [
      "another type",
      { ...ANSWER, quantities: [{ type: "gaz", quantities: [] }] },
      [["TYPE_UNKNOWN", "quantities[0].type"]],
    ],
  ] as const)("%s is told with its place", ([, answer, codes]) => {
    expect(codesOf(answer)).toEqual(codes);
  });

  test("does not hide what is right beside it", () => {
    const { energies } = read({ ...ANSWER, quantities: [{ type: "gaz", quantities: [] }, ...ANSWER.quantities] });
    expect(energies).toHaveLength(4);
  });

  test("an answer cut short is told", () => {
    const bytes = new TextEncoder().encode('{"cons_id":');
    expect(readDefinitiveEnergy(bytes).problems.listed[0]?.code).toBe("NOT_JSON");
  });

  test("nothing makes it throw", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (answer) => {
        expect(() => read(answer)).not.toThrow();
      }),
    );
  });
});
