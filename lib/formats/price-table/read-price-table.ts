import { parsePrm } from "@/lib/domain/identifiers/parse-prm";
import { parseCentsPerKwh } from "@/lib/domain/tariffs/parse-cents-per-kwh";
import { NETWORK_FORMULAS } from "@/lib/domain/tariffs/price-choices";
import { TARIFF_PERIODS } from "@/lib/domain/tariffs/tariff-periods";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { FileProblems } from "@/lib/formats/file-problem";
import { ProblemLog } from "@/lib/formats/problem-log";
import { quote } from "@/lib/formats/quote";
import { readTableDay } from "@/lib/formats/read-table-day";
import { splitTableRows } from "@/lib/formats/split-table-rows";
import { EXCISE_CELLS, OPTION_CELLS, PRICE_COLUMNS, type PriceColumn, type PriceLine } from "./price-table";

/** What a table of prices holds. */
export type PriceTableReading = {
  /** In its order; with errors, those that were understood. */
  readonly lines: readonly PriceLine[];
  readonly problems: FileProblems;
};

/**
 * Reads a table of supply prices, network formulas and excise categories, a metering point a line, as the screen writes it
 * or as copied from a spreadsheet. Columns are known by their header, in any order; those that are not there say nothing.
 *
 * @param text - Decoded.
 * @param defaultFrom - First day of the lines that do not say theirs.
 */
export function readPriceTable(text: string, defaultFrom: CivilDate): PriceTableReading {
  const log = new ProblemLog();
  const [header, ...rows] = splitTableRows(text);
  const columns = (header?.cells ?? []).map(recognizeColumn);
  if (!columns.includes("prm")) {
    log.error("NO_HEADER", {}, () => "La première ligne n’a pas de colonne « PRM » : gardez les titres du tableau.");
    return { lines: [], problems: log.problems() };
  }
  const seen = new Map<string, number>();
  const lines = rows.flatMap(({ line, cells }) => {
    const read = readLine((column) => cells[columns.indexOf(column)] ?? "", { line, defaultFrom, log });
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

const HEADERS: readonly (readonly [pattern: RegExp, column: PriceColumn])[] = [
  [/^(hph|hch|hpb|hcb)\b/, "HPH"],
  [/^prm|pdl/, "prm"],
  [/partir|date|debut|depuis/, "from"],
  [/^(base|toutes)/, "BASE"],
  [/^hp\b/, "HP"],
  [/^hc\b/, "HC"],
  [/formule|fta/, "formula"],
  [/option/, "option"],
  [/accise/, "excise"],
  [/site|nom/, "site"],
];

function recognizeColumn(cell: string): PriceColumn | undefined {
  const plain = toPlain(cell);
  const column = HEADERS.find(([pattern]) => pattern.test(plain))?.[1];
  // The four periods are their own names.
  return column === "HPH" ? TARIFF_PERIODS.find((period) => period === plain.slice(0, 3).toUpperCase()) : column;
}

type Place = { readonly line: number; readonly defaultFrom: CivilDate; readonly log: ProblemLog };

function readLine(cellOf: (column: PriceColumn) => string, { line, defaultFrom, log }: Place): PriceLine | null {
  const refuse = (column: PriceColumn, code: string, message: string) => {
    log.error(code, { line, column: PRICE_COLUMNS[column] }, () => `Ligne ${line} : ${message}`);
    return null;
  };
  const prm = parsePrm(cellOf("prm"))?.prm;
  if (!prm) return refuse("prm", "PRM_UNREADABLE", `« ${quote(cellOf("prm"))} » n’est pas un PRM de 14 chiffres.`);
  const from = cellOf("from") === "" ? defaultFrom : readTableDay(cellOf("from"));
  if (!from)
    return refuse("from", "DAY_UNREADABLE", `« ${quote(cellOf("from"))} » n’est pas un jour, par exemple 01/11/2025.`);
  const supply: Record<string, number> = {};
  for (const period of TARIFF_PERIODS) {
    const cell = cellOf(period);
    if (cell === "") continue;
    const price = parseCentsPerKwh(cell);
    if (price === null)
      return refuse(period, "PRICE_UNREADABLE", `« ${quote(cell)} » n’est pas un prix en c€/kWh, par exemple 20,5.`);
    supply[period] = price;
  }
  const contract = readContract(cellOf);
  if (typeof contract === "string") {
    return refuse(
      contract,
      "CHOICE_UNREADABLE",
      `« ${quote(cellOf(contract))} » n’est pas connu : ${CHOICES[contract]}`,
    );
  }
  const hasSupply = Object.keys(supply).length > 0;
  if (!hasSupply && !contract) {
    log.warning("LINE_UNTOLD", { line }, () => `Ligne ${line} : rien n’est dit de ce PRM, elle est laissée de côté.`);
    return null;
  }
  return { prm, from, supply: hasSupply ? supply : null, contract };
}

const CHOICES = {
  formula: `écrivez ${NETWORK_FORMULAS.join(", ")}.`,
  option: `écrivez ${Object.values(OPTION_CELLS).join(" ou ")}.`,
  excise: `écrivez ${Object.values(EXCISE_CELLS).join(", ")}.`,
} as const;

/** The contract of a line; null: none of its columns; else the first column that is not understood. All three go together. */
function readContract(cellOf: (column: PriceColumn) => string): PriceLine["contract"] | keyof typeof CHOICES {
  const columns = ["formula", "option", "excise"] as const;
  if (columns.every((column) => cellOf(column) === "")) return null;
  const formula = NETWORK_FORMULAS.find((each) => each === cellOf("formula").toUpperCase());
  if (!formula) return "formula";
  const option = findKey(OPTION_CELLS, cellOf("option"));
  if (!option) return "option";
  const excise = findKey(EXCISE_CELLS, cellOf("excise"));
  return excise ? { formula, option, excise } : "excise";
}

function findKey<Key extends string>(cells: Readonly<Record<Key, string>>, text: string): Key | undefined {
  return (Object.keys(cells) as Key[]).find((key) => toPlain(cells[key]) === toPlain(text));
}

const toPlain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
