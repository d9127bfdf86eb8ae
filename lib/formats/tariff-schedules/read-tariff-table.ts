import { DomainError } from "@/lib/domain/errors";
import { parsePrm } from "@/lib/domain/identifiers/parse-prm";
import { assertTariffSchedule } from "@/lib/domain/tariffs/assert-tariff-schedule";
import { parseClockRanges } from "@/lib/domain/tariffs/parse-clock-ranges";
import { parseSeasonMonths } from "@/lib/domain/tariffs/parse-season-months";
import { parseTariffStructure } from "@/lib/domain/tariffs/parse-tariff-structure";
import type { TariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { FileProblems } from "@/lib/formats/file-problem";
import { ProblemLog } from "@/lib/formats/problem-log";
import { quote } from "@/lib/formats/quote";
import { readTableDay } from "@/lib/formats/read-table-day";
import { splitTableRows } from "@/lib/formats/split-table-rows";
import { TARIFF_COLUMNS, type TariffColumn, type TariffLine } from "./tariff-table";

/** What a table of off-peak hours holds. */
export type TariffTableReading = {
  /** In its order; with errors, those that were understood. */
  readonly lines: readonly TariffLine[];
  readonly problems: FileProblems;
};

/**
 * Reads a table of off-peak hours, a metering point a line, as `writeTariffTable` writes it or as copied from a
 * spreadsheet: cells between tabs or semicolons, columns known by their header, or in the order of `TARIFF_COLUMNS`.
 *
 * @param text - Decoded.
 * @param defaultFrom - First day of the lines that do not say theirs.
 */
export function readTariffTable(text: string, defaultFrom: CivilDate): TariffTableReading {
  const log = new ProblemLog();
  const rows = splitTableRows(text);
  const [first] = rows;
  if (!first) {
    log.error("EMPTY_TABLE", {}, () => "Le tableau est vide : collez une ligne par PRM.");
    return { lines: [], problems: log.problems() };
  }
  const header = readHeader(first.cells);
  const cellsOf = cellReader(header ?? ORDER);
  const seen = new Map<string, number>();
  const lines = rows.slice(header ? 1 : 0).flatMap(({ line, cells }) => {
    const read = readLine(cellsOf(cells), line, defaultFrom, log);
    if (!read) return [];
    const key = `${read.prm} ${read.from}`;
    const before = seen.get(key);
    seen.set(key, line);
    if (before === undefined) return [read];
    log.error("PRM_TWICE", { line }, () => `Ligne ${line} : ce PRM est déjà donné ligne ${before} pour le même jour.`);
    return [];
  });
  return { lines, problems: log.problems() };
}

type Cells = Readonly<Record<TariffColumn, string>>;

const ORDER = Object.keys(TARIFF_COLUMNS) as TariffColumn[];

const TOLD: readonly TariffColumn[] = ["structure", "offPeak", "lowSeasonOffPeak", "highSeasonMonths"];

// The low season before off-peak hours, whose words it has too.
const HEADERS: readonly (readonly [pattern: RegExp, column: TariffColumn])[] = [
  [/basse|ete/, "lowSeasonOffPeak"],
  [/mois|saison/, "highSeasonMonths"],
  [/creuses|^hc$|plages/, "offPeak"],
  [/prm|pdl/, "prm"],
  [/partir|date|debut|depuis/, "from"],
  [/tarif|option|structure/, "structure"],
  [/site|nom/, "site"],
];

function readHeader(cells: readonly string[]): readonly (TariffColumn | undefined)[] | null {
  const columns = cells.map((cell) => {
    const plain = cell.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
    return HEADERS.find(([pattern]) => pattern.test(plain))?.[1];
  });
  return columns.includes("prm") ? columns : null;
}

function cellReader(columns: readonly (TariffColumn | undefined)[]): (cells: readonly string[]) => Cells {
  return (cells) =>
    Object.fromEntries(ORDER.map((column) => [column, cells[columns.indexOf(column)] ?? ""])) as Record<
      TariffColumn,
      string
    >;
}

function readLine(cells: Cells, line: number, defaultFrom: CivilDate, log: ProblemLog): TariffLine | null {
  const refuse = (column: TariffColumn, code: string, message: string) => {
    log.error(code, { line, column: TARIFF_COLUMNS[column] }, () => `Ligne ${line} : ${message}`);
    return null;
  };
  const prm = parsePrm(cells.prm)?.prm;
  if (!prm) return refuse("prm", "PRM_UNREADABLE", `« ${quote(cells.prm)} » n’est pas un PRM de 14 chiffres.`);
  if (TOLD.every((column) => cells[column] === "")) {
    log.warning("LINE_UNTOLD", { line }, () => `Ligne ${line} : rien n’est dit de ce PRM, elle est laissée de côté.`);
    return null;
  }
  const from = cells.from === "" ? defaultFrom : readTableDay(cells.from);
  if (!from)
    return refuse("from", "DAY_UNREADABLE", `« ${quote(cells.from)} » n’est pas un jour, par exemple 01/11/2025.`);
  const structure = parseTariffStructure(cells.structure);
  if (!structure) {
    const told = cells.structure === "" ? "le tarif manque" : `« ${quote(cells.structure)} » n’est pas un tarif connu`;
    return refuse("structure", "TARIFF_UNKNOWN", `${told} : écrivez Base, HP/HC ou 4 postes.`);
  }
  const wrong = (["offPeak", "lowSeasonOffPeak"] as const).find((column) => readRanges(cells[column]) === null);
  if (wrong) {
    const text = quote(cells[wrong]);
    return refuse(
      wrong,
      "HOURS_UNREADABLE",
      `« ${text} » ne se lit pas comme des heures, par exemple 22h30-6h30, 12h-14h.`,
    );
  }
  const highSeasonMonths = cells.highSeasonMonths === "" ? null : parseSeasonMonths(cells.highSeasonMonths);
  if (!highSeasonMonths && cells.highSeasonMonths !== "") {
    const text = quote(cells.highSeasonMonths);
    return refuse(
      "highSeasonMonths",
      "MONTHS_UNREADABLE",
      `« ${text} » ne se lit pas comme des mois, par exemple novembre à mars.`,
    );
  }
  const low = readRanges(cells.lowSeasonOffPeak) ?? [];
  const schedule: TariffSchedule = {
    structure,
    offPeak: readRanges(cells.offPeak) ?? [],
    lowSeasonOffPeak: low.length > 0 ? low : null,
    highSeasonMonths,
  };
  const reason = findFault(schedule);
  return reason ? refuse("offPeak", "HOURS_REFUSED", reason) : { prm, from, ...schedule };
}

const readRanges = (cell: string) => (cell === "" ? [] : parseClockRanges(cell));

const FAULTS: Readonly<Record<string, string>> = {
  needs_ranges: "ce tarif a des heures creuses : donnez leurs plages.",
  unwanted_ranges: "un tarif Base n’a ni heures creuses ni saison.",
  bad_range: "une plage d’heures creuses est vide.",
  overlap: "deux plages d’heures creuses se recouvrent.",
  whole_day: "ces heures creuses ne laissent pas d’heures pleines.",
};

function findFault(schedule: TariffSchedule): string | null {
  try {
    assertTariffSchedule(schedule);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return FAULTS[String(error.details.reason)] ?? "la saison haute compte d’un à onze mois.";
  }
}
