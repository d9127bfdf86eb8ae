import type { ForecastMonth } from "@/lib/domain/forecast/operation-forecast";
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
 * a share of the production in percent. A first cell without a figure names the month; an empty cell was not said. A first
 * line without a figure is a header.
 *
 * @example
 * parsePastedForecast("octobre\t4 900\t15 000\t71 %\n…").months[0];
 * // => { productionWh: 4900000, withdrawalWh: 15000000, selfConsumedWh: 3479000 }
 */
export function parsePastedForecast(text: string): PastedForecast {
  const lines = splitLines(text);
  const parsed = lines.map(({ line, cells }) => parseMonth(line, cells));
  const problems = parsed.flatMap((each) => ("problem" in each ? [each.problem] : []));
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
  return lines[0] && !hasFigure(lines[0]) ? lines.slice(1) : lines;
}

function parseMonth(line: number, cells: readonly string[]): { month: ForecastMonth } | { problem: string } {
  const named = cells[0] !== "" && parseEnergy(cells[0] ?? "") === undefined;
  const figures = named ? cells.slice(1) : cells;
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
