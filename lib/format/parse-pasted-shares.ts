import { parsePrm } from "@/lib/domain/identifiers/parse-prm";
import { formatCount } from "./format-number";
import { parsePercentPpm } from "./parse-percent-ppm";

/** A row something is pasted for. */
export type PasteTarget = { readonly prm: string; readonly name: string };

export type PastedShares = {
  /** The rows that get a share, by rank. [ppm] */
  readonly shares: ReadonlyMap<number, number>;
  /** What was not understood, in French. Line 1 is the first one pasted. */
  readonly problems: readonly { readonly line: number; readonly text: string }[];
};

type Line = { readonly line: number; readonly cells: readonly string[] };
type Found = { readonly index: number } | { readonly problem: string };

/**
 * Shares copied from a spreadsheet: one column of percentages in the order of the rows, or two columns and more, of
 * which one is the PRM or the name and the last one the percentage.
 *
 * In one column an empty line leaves its row as it is. A first line without a figure is a header. A line that is not
 * understood changes nothing, and is said.
 *
 * @param text - As pasted: lines, cells between tabs or semicolons, decimal comma or point, with or without « % ».
 * @param rows - In the order they are shown.
 * @param firstRow - The row one column begins at, by rank.
 *
 * @example
 * parsePastedShares("Mairie\t33,33 %", rows).shares; // => Map { 0 => 333300 }
 */
export function parsePastedShares(text: string, rows: readonly PasteTarget[], firstRow = 0): PastedShares {
  const lines = splitLines(text);
  const isNamed = lines.some(({ cells }) => cells.filter((cell) => cell !== "").length > 1);
  const shares = new Map<number, number>();
  const problems: { line: number; text: string }[] = [];
  const findRow = isNamed ? rowFinder(rows) : undefined;
  for (const [position, { line, cells }] of lines.entries()) {
    const percent = cells.findLast((cell) => cell !== "");
    if (percent === undefined) continue;
    const found = findRow ? findRow(cells) : rowInOrder(firstRow + position, rows.length);
    const problem = "problem" in found ? found.problem : setShare(shares, found.index, percent);
    if (problem !== undefined) problems.push({ line, text: problem });
  }
  return { shares, problems };
}

function splitLines(text: string): readonly Line[] {
  const lines = text
    .replace(/(\r?\n)+$/, "")
    .split(/\r?\n/)
    .map((each, index) => ({ line: index + 1, cells: each.split(/[\t;]/).map((cell) => cell.trim()) }));
  const [first] = lines;
  const last = first?.cells.findLast((cell) => cell !== "");
  return last !== undefined && !/\d/.test(last) ? lines.slice(1) : lines;
}

function setShare(shares: Map<number, number>, index: number, percent: string): string | undefined {
  const ppm = parsePercentPpm(percent);
  if (ppm === null) {
    return /[.,]\d{5,}\s*%?$/.test(percent)
      ? `« ${percent} » a plus de quatre décimales : arrondissez avant de copier.`
      : `« ${percent} » n’est pas un pourcentage entre 0 et 100. Exemple : 12,5`;
  }
  if (shares.has(index)) return "ce consommateur figure déjà plus haut ; seule la première ligne compte.";
  shares.set(index, ppm);
}

function rowInOrder(position: number, count: number): Found {
  if (position < count) return { index: position };
  return { problem: `il n’y a que ${formatCount(count, "consommateur", "consommateurs")}.` };
}

function rowFinder(rows: readonly PasteTarget[]): (cells: readonly string[]) => Found {
  const byPrm = new Map(rows.map(({ prm }, index) => [prm, index]));
  const byName = new Map<string, readonly number[]>();
  for (const [index, { name }] of rows.entries()) {
    byName.set(plain(name), [...(byName.get(plain(name)) ?? []), index]);
  }
  return (cells) => {
    const keys = cells.slice(
      0,
      cells.findLastIndex((cell) => cell !== ""),
    );
    if (keys.every((key) => key === "")) return { problem: "il manque le PRM ou le nom." };
    for (const key of keys) {
      const index = byPrm.get(parsePrm(key)?.prm ?? "");
      if (index !== undefined) return { index };
    }
    const named = keys.map((key) => byName.get(plain(key)) ?? []).find((indexes) => indexes.length > 0);
    if (named === undefined) return { problem: describeUnknown(keys) };
    const [index] = named;
    if (named.length === 1 && index !== undefined) return { index };
    return { problem: "plusieurs consommateurs portent ce nom : donnez le PRM." };
  };
}

function describeUnknown(keys: readonly string[]): string {
  const key = keys.find((each) => each !== "") ?? "";
  if (/^\d[.,]?\d*E\+?\d+$/i.test(key)) return `le tableur a abrégé le PRM en « ${key} » : mettez la colonne en texte.`;
  return `« ${key} » n’est ni le PRM ni le nom d’un consommateur.`;
}

/** Without accents, capitals or doubled spaces: what people type differently without meaning anything else. */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll("’", "'")
    .trim()
    .toLowerCase();
}
