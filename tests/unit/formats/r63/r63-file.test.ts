import fc from "fast-check";
import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { stampConventionOfSegment } from "@/lib/formats/curve/stamp-convention";
import { R63_MAX_BYTES, readR63File } from "@/lib/formats/r63/read-r63-file";
import { writeR63File } from "@/lib/formats/r63/write-r63-file";
import { someStretches } from "../curve/curve-arbitraries";

const NO = Number.NaN;
const utf8 = (text: string) => new TextEncoder().encode(text);
const readJson = (value: unknown, options = {}) => readR63File(utf8(JSON.stringify(value)), options);

type Json = Record<string, unknown>;

/** Half-hours of one June day, stamped with starts. */
function dayPoints(change: (point: Json, k: number) => Json = (point) => point): Json[] {
  return Array.from({ length: 48 }, (_, k) => {
    const time = `${String(Math.floor(k / 2)).padStart(2, "0")}:${k % 2 ? "30" : "00"}:00`;
    return change({ v: String(k), d: `2026-06-21 ${time}`, p: "PT30M", n: "B" }, k);
  });
}

const active = { grandeurMetier: "CONS", grandeurPhysique: "PA", unite: "W", points: dayPoints() };
const measure = (grandeur: unknown, idPrm: unknown = "12345678901234") => ({ idPrm, grandeur });
const halves = Array.from({ length: 48 }, (_, k) => k / 2);

function codesOf(reading: ReturnType<typeof readR63File>) {
  return [reading, ...reading.curves].flatMap(({ problems }) =>
    problems.listed.map(({ code, column }) => `${code}@${column}`),
  );
}

test("several meters and quantities in one file", () => {
  const production = { ...active, grandeurMetier: "PROD", points: dayPoints((point) => ({ ...point, v: 6 })) };
  const reading = readJson({
    header: { codeFlux: "R63" },
    mesures: [measure([active, production]), measure([active], "98765432109876")],
  });
  expect(reading.problems).toMatchObject({ errorCount: 0, warningCount: 0 });
  expect(
    reading.curves.map(({ identifier, quantity, stampConvention }) => [identifier, quantity, stampConvention]),
  ).toEqual([
    ["12345678901234", "withdrawal", "start"],
    ["12345678901234", "injection", "start"],
    ["98765432109876", "withdrawal", "start"],
  ]);
  expect([...(reading.curves[0]?.series[0]?.energyWh ?? [])]).toEqual(halves);
  expect([...(reading.curves[1]?.series[0]?.energyWh ?? [])]).toEqual(halves.map(() => 3));
  expect(codesOf(reading)).toEqual([]);
});

test.for([
  ["Data Connect, bare", measure([active]), "grandeur[0]"],
  ["a list of them", [measure([active])], "[0].grandeur[0]"],
  ["SGE", { mesures: [measure([active])] }, "mesures[0].grandeur[0]"],
] as const)("%s", ([, json, path]) => {
  expect([...(readJson(json).curves[0]?.series[0]?.energyWh ?? [])]).toEqual(halves);
  const text = JSON.stringify(json).replace('"v":"12"', '"v":"douze"');
  const { curves } = readR63File(utf8(text));
  expect(curves[0]?.problems.listed[0]).toEqual({
    severity: "error",
    column: `${path}.points[12].v`,
    code: "VALUE_UNREADABLE",
    message: `${path}.points[12].v\u00a0: «\u00a0douze\u00a0» n’est pas un nombre. Écrivez une puissance, ou rien si elle manque.`,
  });
});

test.for([
  ["", [0, NO, 1]],
  [null, [0, NO, 1]],
  [" 7 ", [0, 3.5, 1]],
  [7, [0, 3.5, 1]],
  ["7,5", [0, 3.75, 1]],
])("a value of %j", ([v, expected]) => {
  const points = dayPoints((point, k) => (k === 1 ? { ...point, v } : point));
  const { curves } = readJson(measure([{ ...active, points }]));
  expect([...(curves[0]?.series[0]?.energyWh.subarray(0, 3) ?? [])]).toEqual(expected);
  expect(curves[0]?.problems).toMatchObject({ errorCount: 0, warningCount: 0 });
});

test("kW", () => {
  const { curves } = readJson(measure([{ ...active, unite: "kW" }]));
  expect(curves[0]?.series[0]?.energyWh[1]).toBe(500);
});

test("reactive power and voltage are set aside and said; without active power there is no curve", () => {
  const reactive = { ...active, grandeurPhysique: "PRI", unite: "VAr" };
  const both = readJson({ mesures: [measure([reactive, active])] });
  expect(both.curves).toHaveLength(1);
  expect(codesOf(both)).toEqual(["QUANTITY_SET_ASIDE@mesures[0].grandeur[0].grandeurPhysique"]);
  expect(both.problems.listed[0]?.message).toContain("«\u00a0PRI\u00a0» n’est pas la puissance active (PA)");
  expect(codesOf(readJson(measure([reactive])))).toEqual([
    "QUANTITY_SET_ASIDE@grandeur[0].grandeurPhysique",
    "NO_CURVE@undefined",
  ]);
});

test.for([
  [null, "NOT_R63@undefined"],
  [12, "NOT_R63@undefined"],
  [{}, "NOT_R63@undefined"],
  [{ mesures: {} }, "NOT_R63@undefined"],
  [{ mesures: [] }, "NO_CURVE@undefined"],
  [{ mesures: [3] }, "WRONG_SHAPE@mesures[0]"],
  [{ mesures: [measure([active], 12)] }, "WRONG_SHAPE@mesures[0].idPrm"],
  [{ idPrm: "1" }, "WRONG_SHAPE@grandeur"],
  [measure({}), "WRONG_SHAPE@grandeur"],
  [measure([7]), "WRONG_SHAPE@grandeur[0]"],
  [measure([{ ...active, grandeurPhysique: 1 }]), "WRONG_SHAPE@grandeur[0].grandeurPhysique"],
  [measure([{ ...active, unite: "VAr" }]), "UNIT_UNKNOWN@grandeur[0].unite"],
  [measure([{ ...active, unite: undefined }]), "UNIT_UNKNOWN@grandeur[0].unite"],
  [measure([{ ...active, points: {} }]), "WRONG_SHAPE@grandeur[0].points"],
])("%j gives %s", ([json, code]) => {
  const reading = readJson(json);
  expect(reading.curves).toEqual([]);
  expect(reading.problems.errorCount).toBe(1);
  expect(codesOf(reading)).toContain(code);
});

test.for([
  [7, "WRONG_SHAPE@grandeur[0].points[3]"],
  [{ v: "1" }, "WRONG_SHAPE@grandeur[0].points[3].d"],
  [{ v: "1", d: 12 }, "WRONG_SHAPE@grandeur[0].points[3].d"],
  [{ d: "2026-06-21 01:30:00" }, "WRONG_SHAPE@grandeur[0].points[3].v"],
  [{ v: {}, d: "2026-06-21 01:30:00" }, "WRONG_SHAPE@grandeur[0].points[3].v"],
  [{ v: "1", d: "2026-06-21 01:30:00", p: "PT7M" }, "STEP_UNREADABLE@grandeur[0].points[3].p"],
  [{ v: "1", d: "2026-06-21 01:30:00", p: { toString: 1 } }, "STEP_UNREADABLE@grandeur[0].points[3].p"],
  [{ v: "-1", d: "2026-06-21 01:30:00", p: "PT30M" }, "VALUE_NEGATIVE@grandeur[0].points[3].v"],
  [{ v: "1", d: "2026-06-31 01:30:00", p: "PT30M" }, "BAD_STAMP@grandeur[0].points[3]"],
  [{ v: "1", d: "2026-06-21 01:00:00", p: "PT30M" }, "DUPLICATE_STAMP@grandeur[0].points[3]"],
  [{ v: "1", d: "2026-06-21 01:10:00", p: "PT10M" }, "STEPS_OVERLAP@grandeur[0].points[3]"],
])("point %j gives %s and hides no other", ([point, code]) => {
  const points = dayPoints((usual, k) => (k === 3 ? (point as Json) : usual));
  const reading = readJson(measure([{ ...active, points }]));
  expect(reading.curves[0]?.problems.errorCount).toBe(1);
  expect(codesOf(reading)).toContain(code);
  expect([...(reading.curves[0]?.series[0]?.energyWh.subarray(2, 5) ?? [])]).toEqual([1, NO, 2]);
});

test.for([
  ["", "EMPTY_FILE"],
  ["{", "NOT_JSON"],
  ['{"mesures": [', "NOT_JSON"],
] as const)("%j gives %s", ([text, code]) => {
  expect(readR63File(utf8(text)).problems).toMatchObject({ errorCount: 1, listed: [{ code }] });
});

test("a file above the limit is refused unread, with its size", () => {
  const { problems } = readR63File(new Uint8Array(R63_MAX_BYTES + 1));
  expect(problems.listed[0]?.message).toMatch(/^Le fichier fait 65 Mo\u00a0; au plus 64 Mo sont lus d’un coup\./);
});

test("whoever knows the segment decides; else the stamps, and a doubt is said", () => {
  const cut = measure([{ ...active, points: dayPoints().slice(10, 20) }]);
  const guessed = readJson(cut).curves[0];
  expect(guessed?.stampConvention).toBe("start");
  expect(guessed?.problems.listed.map(({ code }) => code)).toContain("STAMP_DOUBT");
  const told = readJson(cut, { stampConventionOf: () => stampConventionOfSegment("p4") }).curves[0];
  expect(told?.stampConvention).toBe("end");
  expect(told?.problems.listed.map(({ code }) => code)).not.toContain("STAMP_DOUBT");
  expect(told?.series[0]?.energyWh[9]).toBe(5);
  expect(["C1", "C4", "P3", "C5", "P4", "C6", ""].map(stampConventionOfSegment)).toEqual([
    "start",
    "start",
    "start",
    "end",
    "end",
    null,
    null,
  ]);
});

test("points without their step: it is read from the stamps", () => {
  const points = dayPoints((point, k) => ({ ...point, p: k === 40 ? undefined : "PT30M" }));
  const { curves } = readJson(measure([{ ...active, points }]));
  expect([...(curves[0]?.series[0]?.energyWh ?? [])]).toEqual(halves);
});

test.for(["start", "end"] as const)("October has 50 points and March 46, without offset (%s)", (stampConvention) => {
  for (const [from, to, length] of [
    ["2026-10-25", "2026-10-26", 50],
    ["2026-03-29", "2026-03-30", 46],
  ] as const) {
    const axis = parisPeriodAxis(civilDate(from), civilDate(to), 30);
    const series = [{ axis, energyWh: Float64Array.from({ length: axis.length }, (_, t) => t) }];
    const text = writeR63File([
      { identifier: "12345678901234", stampConvention, curves: [{ quantity: "withdrawal", series }] },
    ]);
    expect(text).not.toMatch(/[+]0[12]:00/);
    const [curve] = readR63File(utf8(text)).curves;
    expect(curve?.series).toEqual(series);
    expect(curve?.series[0]?.energyWh.length).toBe(length);
    expect(curve?.problems).toMatchObject({ errorCount: 0, warningCount: 0 });
  }
});

test("what is written is read back: several meters, every step, both conventions, both clock changes", () => {
  fc.assert(
    fc.property(
      someStretches,
      someStretches,
      fc.constantFrom("start" as const, "end" as const),
      (a, b, stampConvention) => {
        const text = writeR63File([
          {
            identifier: "12345678901234",
            stampConvention,
            curves: [
              { quantity: "injection", series: a },
              { quantity: "withdrawal", series: b },
            ],
          },
          { identifier: "98765432109876", stampConvention, curves: [{ quantity: "withdrawal", series: a }] },
        ]);
        const { curves, problems } = readR63File(utf8(text));
        expect(problems.errorCount).toBe(0);
        expect(curves.map(({ series }) => series)).toEqual([a, b, a]);
        expect(curves.map((curve) => curve.stampConvention)).toEqual([
          stampConvention,
          stampConvention,
          stampConvention,
        ]);
        expect(curves.map((curve) => curve.problems.errorCount)).toEqual([0, 0, 0]);
      },
    ),
    { numRuns: 30 },
  );
});

test("whatever stands in the place of anything, the reader answers", () => {
  const paths = ["mesures", "mesure", "idPrm", "grandeur", "one", "points", "point", "v", "d", "p"] as const;
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
      const at = <T>(name: string, usual: T) => (path === name ? value : usual);
      const point = at("point", { v: at("v", "1"), d: at("d", "2026-06-21 00:00:00"), p: at("p", "PT30M") });
      const one = at("one", { ...active, points: at("points", [point, ...dayPoints().slice(1)]) });
      const json = { mesures: at("mesures", [at("mesure", measure(at("grandeur", [one]), at("idPrm", "1")))]) };
      const reading = readJson(json);
      for (const { problems } of [reading, ...reading.curves]) {
        for (const { message } of problems.listed) expect(message).not.toMatch(/undefined|\bnull\b.*attendu|\[object/);
      }
    }),
    { numRuns: 300 },
  );
});
