import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { splitIntoParisDays } from "@/lib/domain/series/split-into-paris-days";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { readSgeHistoryFile } from "@/lib/formats/sge/read-sge-history-file";
import { writeSgeHistoryFile } from "@/lib/formats/sge/write-sge-history-file";
import { someStretches } from "../curve/curve-arbitraries";

const NO = Number.NaN;
const utf8 = (text: string) => new TextEncoder().encode(text);

const HEADERS =
  "Identifiant PRM;Type de donnees;Date de debut;Date de fin;Grandeur physique;Grandeur metier;Etape metier;Unite;Pas en minutes";
const VALUES = "12345678901234;Courbe de charge;21/06/2026;22/06/2026;Energie active;Consommation;Comptage Brut;W;";

/** Stamps of one June day, each `minutes` after the other. */
function stamps(minutes: number, firstMinute = 0, count = (24 * 60) / minutes) {
  return Array.from({ length: count }, (_, k) =>
    new Date(Date.UTC(2026, 5, 21, 0, firstMinute + k * minutes)).toISOString().replace(".000Z", "+02:00"),
  );
}

const rows = (texts: readonly string[], value = (k: number) => String(k)) =>
  texts.map((stamp, k) => `${stamp};${value(k)}`);

function read(lines: readonly string[], values = VALUES, options = {}) {
  const text = [HEADERS, values, "Horodate;Valeur", ...lines].join("\n");
  const reading = readSgeHistoryFile(utf8(text), options);
  const codes = reading.problems.listed.map(({ code, line }) => (line ? `${code}@${line}` : code));
  return { ...reading, codes, values: reading.series.map(({ energyWh }) => [...energyWh]) };
}

const RAW = "../shared/data/raw/fr_enedis_sge_hdm_30min_20220729_20230729.csv";

test.skipIf(!existsSync(RAW))(`a real year imports whole (skipped without ${RAW})`, () => {
  const bytes = readFileSync(RAW);
  const reading = readSgeHistoryFile(bytes);
  expect(reading).toMatchObject({ identifier: "1111111111111", quantity: "withdrawal", stampConvention: "end" });
  expect(reading.problems).toMatchObject({ errorCount: 0, warningCount: 1, listed: [{ code: "HEADER_DATES" }] });
  expect(reading.series).toHaveLength(1);
  const [series] = reading.series;
  expect(series?.axis).toEqual(parisPeriodAxis(civilDate("2022-07-29"), civilDate("2023-07-29"), 30));

  // Counted and added up on the text itself: an end stamp belongs to the day of the instant before it.
  const paris = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" });
  const days = new Map<string, { count: number; wattHours: number }>();
  for (const row of bytes.toString("utf8").trim().split("\n").slice(3)) {
    const [stamp = "", value = ""] = row.split(";");
    const day = paris.format(new Date(Date.parse(stamp) - 1));
    const known = days.get(day) ?? { count: 0, wattHours: 0 };
    days.set(day, { count: known.count + 1, wattHours: known.wattHours + Number(value) / 2 });
  }
  const read = series ? splitIntoParisDays(series) : [];
  expect(read.map(({ day }) => day)).toEqual([...days.keys()]);
  for (const { day, energyWh } of read) {
    expect([day, energyWh.length]).toEqual([day, days.get(day)?.count]);
    expect(sumEnergy(energyWh).totalWh).toBeCloseTo(days.get(day)?.wattHours ?? NO, 6);
  }
  const lengths = read.filter(({ energyWh }) => energyWh.length !== 48).map((each) => [each.day, each.energyWh.length]);
  expect(lengths).toEqual([
    ["2022-10-30", 50],
    ["2023-03-26", 46],
  ]);
});

test("C5: stamps are ends, and the last midnight says so", () => {
  const { values, codes, stampConvention } = read(rows(stamps(30, 30)));
  expect({ codes, stampConvention }).toEqual({ codes: [], stampConvention: "end" });
  expect(values).toEqual([Array.from({ length: 48 }, (_, k) => k / 2)]);
});

test("C4: stamps are starts", () => {
  const { values, codes, stampConvention } = read(rows(stamps(10)));
  expect({ codes, stampConvention }).toEqual({ codes: [], stampConvention: "start" });
  expect(values).toEqual([Array.from({ length: 144 }, (_, k) => k / 6)]);
});

test.for([
  ["a file cut on both sides", stamps(30, 600, 8), "start"],
  ["a bound too many", stamps(30, 0, 49), "end"],
] as const)("%s is in doubt, and it is said", ([, texts, convention]) => {
  const { codes, stampConvention, problems } = read(rows(texts));
  expect(stampConvention).toBe(convention);
  expect(codes).toContain("STAMP_DOUBT");
  expect(problems.errorCount).toBe(0);
});

test("who knows the meter decides, without a doubt", () => {
  const { codes, values, stampConvention } = read(rows(stamps(30, 600, 8)), VALUES, { stampConvention: "end" });
  expect(stampConvention).toBe("end");
  expect(codes).not.toContain("STAMP_DOUBT");
  expect(values[0]?.slice(18, 22)).toEqual([NO, 0, 0.5, 1]);
});

test.for(["end", "start"] as const)(
  "an empty value is missing, an absent line too, and it is said (%s)",
  (convention) => {
    const lines = rows(stamps(30, convention === "end" ? 30 : 0), (k) => (k === 3 ? "" : String(k)));
    const { values, codes, problems } = read(lines.filter((_, k) => k !== 5 && k !== 6));
    expect(values[0]?.slice(2, 8)).toEqual([1, NO, 2, NO, NO, 3.5]);
    expect(codes).toEqual(["MISSING_POINTS"]);
    expect(problems.listed[0]?.message).toBe(
      "PRM 12345678901234\u00a0: rien du 21/06/2026 02:30 au 21/06/2026 03:30. Ces valeurs sont manquantes.",
    );
  },
);

const CHANGES = [
  ["2026-03-29", 46, "2026-03-29T01:30:00+01:00", "2026-03-29T03:00:00+02:00"],
  ["2026-10-25", 50, "2026-10-25T02:30:00+02:00", "2026-10-25T02:00:00+01:00"],
] as const;

test.for(CHANGES)("the clock change of %s", ([day, length, before, after]) => {
  const axis = parisPeriodAxis(civilDate(day), civilDate(`${day.slice(0, 8)}${Number(day.slice(8)) + 1}`), 30);
  const energyWh = Float64Array.from({ length: axis.length }, (_, t) => t);
  for (const stampConvention of ["start", "end"] as const) {
    const file = { identifier: "12345678901234", quantity: "injection", series: [{ axis, energyWh }] } as const;
    const text = writeSgeHistoryFile({ ...file, stampConvention });
    expect(text.replace(/;\d+/g, "")).toContain(`${before}\r\n${after}`);
    const reading = readSgeHistoryFile(utf8(text));
    expect(reading.series).toEqual(file.series);
    expect(reading.series[0]?.energyWh.length).toBe(length);
    expect(reading).toMatchObject({ quantity: "injection", problems: { errorCount: 0, warningCount: 0 } });
  }
});

test("rows out of order are sorted, with a warning; a stamp given twice is an error", () => {
  const lines = rows(stamps(30));
  const { values, codes } = read([...lines.slice(10), ...lines.slice(0, 10)]);
  expect(values[0]).toEqual(Array.from({ length: 48 }, (_, k) => k / 2));
  expect(codes).toEqual(["OUT_OF_ORDER@42"]);
  expect(read(lines.toReversed()).codes).toEqual(["OUT_OF_ORDER@5"]);

  const twice = read([...lines, `${stamps(30)[4]};7`]);
  expect(twice.codes).toEqual(["OUT_OF_ORDER@52", "DUPLICATE_STAMP@52"]);
  expect(twice.values[0]?.[4]).toBe(2);
  expect(twice.problems.listed[1]?.message).toContain("Ligne 52\u00a0: cet instant est déjà donné (Ligne 8).");
});

test("kW, a decimal comma, another order of the headers", () => {
  const text = [
    "Identifiant PRM;Unité;Grandeur métier;Grandeur physique;Type de données",
    "12345678901234;kW;Production;Puissance active;Courbe de charge",
    "Horodate;Valeur",
    ...rows(stamps(60), () => "1,5"),
  ].join("\r\n");
  const { quantity, series, problems } = readSgeHistoryFile(utf8(text));
  expect(quantity).toBe("injection");
  expect([...(series[0]?.energyWh ?? [])]).toEqual(Array.from({ length: 24 }, () => 1500));
  expect(problems).toMatchObject({ errorCount: 0, warningCount: 0 });
});

test.for([
  ["Energie active", "Energie réactive", "QUANTITY_NOT_READ@2"],
  ["Energie active", "Tension", "QUANTITY_NOT_READ@2"],
  ["Energie active", "", "QUANTITY_NOT_READ@2"],
  [";W;", ";kVAr;", "UNIT_UNKNOWN@2"],
  [";W;", ";Wh;", "UNIT_UNKNOWN@2"],
  ["Courbe de charge", "Index", "NOT_A_LOAD_CURVE@2"],
  ["12345678901234", "", "NO_IDENTIFIER@2"],
] as const)("%j replaced by %j is refused: %s", ([before, after, code]) => {
  const { codes, series } = read(rows(stamps(30)), VALUES.replace(before, after));
  expect(codes).toEqual([code]);
  expect(series).toEqual([]);
});

test.for([
  ["Consommation", "Autre", "QUANTITY_UNKNOWN@2", { quantity: null }],
  [";W;", ";W;45", "STEP_HINT_IGNORED@2", { quantity: "withdrawal" }],
  ["21/06/2026", "01/06/2026", "HEADER_DATES@2", { quantity: "withdrawal" }],
] as const)("%j replaced by %j is a warning: %s", ([before, after, code, expected]) => {
  const reading = read(rows(stamps(30)), VALUES.replace(before, after));
  expect(reading).toMatchObject({ codes: [code], ...expected });
  expect(reading.values[0]).toHaveLength(48);
});

test.for([
  ["2026-06-31T00:00:00+02:00;1", "BAD_STAMP@4"],
  ["2026-06-21T24:30:00+02:00;1", "BAD_STAMP@4"],
  ["21 juin;1", "BAD_STAMP@4"],
  ["2026-06-21T00:00:00+02:00", "BAD_ROW@4"],
  ["2026-06-21T00:00:00+02:00;x", "VALUE_UNREADABLE@4"],
  ["2026-06-21T00:00:00+02:00;-1", "VALUE_NEGATIVE@4"],
  ["2026-06-21T00:00:00+02:00;1000000001", "VALUE_TOO_LARGE@4"],
  ["2026-06-21T00:07:00+02:00;1", "STAMP_OFF_STEP@4"],
] as const)("first row %j gives %s and hides no other", ([row, code]) => {
  const { codes, values } = read([row, ...rows(stamps(30)).slice(1)]);
  expect(codes.filter((each) => !/DOUBT|MISSING/.test(each))).toEqual([code]);
  expect(values[0]?.slice(0, 3)).toEqual([NO, 0.5, 1]);
});

test.for([
  ["", "EMPTY_FILE"],
  ["\uFEFF \r\n", "EMPTY_FILE"],
  ["HP;134,70;\n", "NOT_AN_SGE_HISTORY"],
  [HEADERS, "NOT_AN_SGE_HISTORY"],
  [`${HEADERS}\n${VALUES}\nHorodate;Valeur\n`, "NO_POINTS"],
  [`${HEADERS}\n${VALUES}\n2026-06-21T00:00:00+02:00;1`, "STEP_UNKNOWN"],
  [`${HEADERS}\n${VALUES}\n2026-06-21T00:00:00+02:00;1\n2096-06-21T00:30:00+02:00;1`, "STEP_UNKNOWN"],
  [`${HEADERS}\n${VALUES}30\n2026-06-21T00:00:00+02:00;1\n2096-06-21T00:30:00+02:00;1`, "PERIOD_TOO_LONG"],
])("%j is no curve: %s", ([text = "", code]) => {
  const { series, problems } = readSgeHistoryFile(utf8(text));
  expect(series).toEqual([]);
  expect(problems.errorCount).toBe(1);
  expect(problems.listed.map((problem) => problem.code)).toContain(code);
});

test.for([
  ["start", 0],
  ["end", 1],
] as const)(
  "a step that changes inside a day (%s): the coarser one, by energy, and it is said",
  ([convention, shift]) => {
    const lines = rows([...stamps(30, 30 * shift, 20), ...stamps(10, 600 + 10 * shift, 84)], (k) =>
      k < 20 ? "6" : "9",
    );
    const { values, codes, stampConvention } = read(lines);
    expect({ codes, stampConvention }).toEqual({ codes: ["STEPS_MIXED"], stampConvention: convention });
    expect(values).toEqual([Array.from({ length: 48 }, (_, k) => (k < 20 ? 3 : 4.5))]);
  },
);

test("stamps without offset, October's hour by order", () => {
  const clock = ["00:00", "00:30", "01:00", "01:30", "02:00", "02:30", "02:00", "02:30"];
  const later = Array.from(
    { length: 42 },
    (_, k) => `${String(3 + Math.floor(k / 2)).padStart(2, "0")}:${k % 2 ? 30 : "00"}`,
  );
  const { values, codes } = read(
    rows([...clock, ...later].map((time) => `2026-10-25T${time}:00`)),
    VALUES.replace("21/06/2026;22/06/2026", ";"),
  );
  expect(codes).toEqual([]);
  expect(values).toEqual([Array.from({ length: 50 }, (_, k) => k / 2)]);
});

test("what is written is read back: every step, both conventions, both clock changes, steps that change", () => {
  fc.assert(
    fc.property(someStretches, fc.constantFrom("start" as const, "end" as const), (series, stampConvention) => {
      const text = writeSgeHistoryFile({
        identifier: "12345678901234",
        quantity: "withdrawal",
        series,
        stampConvention,
      });
      const reading = readSgeHistoryFile(utf8(text));
      expect(reading).toMatchObject({ identifier: "12345678901234", quantity: "withdrawal", stampConvention });
      expect(reading.series).toEqual(series);
      expect(reading.problems).toMatchObject({ errorCount: 0, warningCount: series.length - 1 });
    }),
    { numRuns: 60 },
  );
});
