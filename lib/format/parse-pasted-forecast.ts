import type { ForecastMonth } from "@/lib/domain/forecast/operation-forecast";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { MONTHS } from "./format-months";
import { parseMonth } from "./parse-month";
import { parseNumber } from "./parse-number";

const YEAR_MONTHS = 12;
const WH_PER_KWH = 1000;

export type PastedForecast = {
  /** Twelve when nothing is wrong. */
  readonly months: readonly ForecastMonth[];
  /** What was not understood, in French. Line 1 is the first one pasted. */
  readonly problems: readonly string[];
};

/**
 * A forecast copied from a spreadsheet: twelve lines of production, withdrawal and self-consumed [kWh], the last one also as
 * a share of the production in percent. An empty cell was not said; a first line without a figure is a header.
 *
 * A first column may name the months, in words, as MM/YYYY or from 1 to 12: each line then goes to its month, whatever the
 * order they came in.
 *
 * @param from - First day of the first month of the year foreseen.
 *
 * @example
 * parsePastedForecast("octobre\t4 900\t15 000\t71 %\n…", civilDate("2025-10-01")).months[0];
 * // => { productionWh: 4900000, withdrawalWh: 15000000, selfConsumedWh: 3479000 }
 */
export function parsePastedForecast(text: string, from: CivilDate): PastedForecast {
  const { lines, problems: misnamed } = setInMonths(splitLines(text), from);
  const parsed = lines.map(parseLine);
  const problems = [...misnamed];
  problems.push(...parsed.flatMap((each) => ("problem" in each ? [each.problem] : [])));
  if (lines.length !== YEAR_MONTHS) {
    problems.unshift(`Il faut douze lignes, une par mois ; ce tableau en a ${lines.length}.`);
  }
  return { months: parsed.flatMap((each) => ("month" in each ? [each.month] : [])), problems };
}

type Line = { readonly line: number; readonly cells: readonly string[] };

function splitLines(text: string): readonly Line[] {
  const lines = text
    .split(/\r?\n/)
    .map((each, index) => ({ line: index + 1, cells: each.split(/[\t;]/).map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const hasFigure = ({ cells }: Line) =>
    cells.some((cell) => cell !== "" && parseEnergy(cell.replace(/%$/, "")) !== undefined);
  return lines[0] && parseMonth(lines[0].cells[0] ?? "") === null && !hasFigure(lines[0]) ? lines.slice(1) : lines;
}

/** The lines without their months' names, in the order of the year's months; as they came when no month is named. */
function setInMonths(lines: readonly Line[], from: CivilDate): { lines: readonly Line[]; problems: readonly string[] } {
  const monthOf = readMonthColumn(lines);
  if (monthOf === null) return { lines, problems: [] };
  const first = Number(from.slice(5, 7));
  const named = lines.map(({ line, cells }) => {
    const month = monthOf(cells[0] ?? "");
    const rank = month === null ? YEAR_MONTHS : (month - first + YEAR_MONTHS) % YEAR_MONTHS;
    return { line, cells: cells.slice(1), name: cells[0] ?? "", month, rank };
  });
  const problems = named.flatMap(({ line, name, month }) => {
    if (month === null) return [`Ligne ${line} : « ${name} » n’est pas un mois. Exemple : octobre 2025`];
    const before = named.find((each) => each.month === month)?.line;
    return before === line
      ? []
      : [`Ligne ${line} : le mois « ${MONTHS[month - 1]} » est déjà donné à la ligne ${before}.`];
  });
  return { lines: named.sort((a, b) => a.rank - b.rank), problems };
}

/** How the first column names months; null when it holds figures. A number is a month only where all lines begin with one. */
function readMonthColumn(lines: readonly Line[]): ((cell: string) => number | null) | null {
  const numberOf = (cell: string) => (/^(?:0?[1-9]|1[0-2])$/.test(cell) ? Number(cell) : null);
  const monthOf = (cell: string) => parseMonth(cell) ?? numberOf(cell);
  const isWord = (cell: string) => cell !== "" && parseEnergy(cell) === undefined && !cell.endsWith("%");
  const isNamed = lines.some(({ cells }) => cells.length > 1 && isWord(cells[0] ?? ""));
  const isNumbered = lines.every(({ cells }) => cells.length > 1 && numberOf(cells[0] ?? "") !== null);
  return isNamed || isNumbered ? monthOf : null;
}

function parseLine({ line, cells: figures }: Line): { month: ForecastMonth } | { problem: string } {
  if (figures.slice(3).some((cell) => cell !== "")) {
    return { problem: `Ligne ${line} : il y a plus de trois colonnes de chiffres.` };
  }
  const [productionWh, withdrawalWh] = [parseEnergy(figures[0] ?? ""), parseEnergy(figures[1] ?? "")];
  if (productionWh === undefined) return { problem: notANumber(line, figures[0] ?? "") };
  if (withdrawalWh === undefined) return { problem: notANumber(line, figures[1] ?? "") };
  const selfConsumedWh = parseSelfConsumed(figures[2] ?? "", productionWh);
  if (selfConsumedWh === undefined) return { problem: notANumber(line, figures[2] ?? "") };
  return { month: { productionWh, withdrawalWh, selfConsumedWh } };
}

/** In Wh; null where nothing was typed, undefined where it is no number. */
function parseEnergy(cell: string): number | null | undefined {
  if (cell === "") return null;
  const kwh = parseNumber(cell.replace(/kwh$/i, ""));
  return kwh === null || kwh < 0 ? undefined : Math.round(kwh * WH_PER_KWH);
}

function parseSelfConsumed(cell: string, productionWh: number | null): number | null | undefined {
  if (!cell.endsWith("%")) return parseEnergy(cell);
  const percent = parseNumber(cell.slice(0, -1));
  if (percent === null || percent < 0 || percent > 100 || productionWh === null) return undefined;
  return Math.round((productionWh * percent) / 100);
}

const notANumber = (line: number, cell: string) =>
  `Ligne ${line} : « ${cell} » n’est pas une énergie en kWh${cell.endsWith("%") ? ", ni une part d’une production donnée" : ""}. Exemple : 4 900,5`;
