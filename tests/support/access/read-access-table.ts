/** Who may come, as the columns of README « Who may do what » name them. */
export const CALLERS = [
  "installation",
  "admin",
  "officer",
  "elected",
  "auditor",
  "participant",
  "nobody",
  "read key",
  "write key",
  "measures key",
] as const;

export type CallerName = (typeof CALLERS)[number];

export type AccessRow = {
  /** In README.md, from 1. */
  readonly line: number;
  readonly what: string;
  readonly allowed: ReadonlySet<CallerName>;
};

const TITLE = "### Who may do what";
const HEADER = ["tag", "", ...CALLERS];

/**
 * Reads the table that says who may do what: the README is what the tests prove.
 *
 * @param readme - The text of README.md.
 * @returns Each row by its tag, in the order of the table.
 * @throws {Error} What cannot be read, with its line.
 */
export function readAccessTable(readme: string): ReadonlyMap<string, AccessRow> {
  const lines = readme.split("\n");
  const start = lines.indexOf(TITLE);
  const first = lines.findIndex((line, index) => index > start && line.startsWith("|"));
  if (start < 0 || first < 0) throw new Error(`README.md: no table under « ${TITLE} »`);
  const header = splitCells(lines[first] ?? "").map((cell) => cell.replaceAll("`", ""));
  if (header.join("|") !== HEADER.join("|")) fail(first, `the columns are not ${HEADER.join(" | ")}`);
  const rows = new Map<string, AccessRow>();
  for (let index = first + 2; lines[index]?.startsWith("|"); index += 1) {
    const [tag, row] = readRow(lines[index] ?? "", index);
    const former = rows.get(tag);
    if (former) fail(index, `\`${tag}\` stands in line ${former.line} already`);
    rows.set(tag, row);
  }
  return rows;
}

function readRow(text: string, index: number): readonly [string, AccessRow] {
  const [tagCell = "", what = "", ...cells] = splitCells(text);
  const tag = /^`([a-z-]+\.[a-z-]+)`$/.exec(tagCell)?.[1] ?? fail(index, `« ${tagCell} » is no tag like \`area.what\``);
  if (what === "") fail(index, `\`${tag}\` says not what it is`);
  if (cells.length !== CALLERS.length) fail(index, `${cells.length} callers where ${CALLERS.length} are expected`);
  const allowed = CALLERS.filter((_, column) => isAllowed(cells[column] ?? "", index));
  return [tag, { line: index + 1, what, allowed: new Set(allowed) }];
}

function isAllowed(cell: string, index: number): boolean {
  if (cell === "") return false;
  if (/^✓(?:, .+)?$/u.test(cell)) return true;
  return fail(index, `« ${cell} » is neither empty, ✓, nor ✓ with words after a comma`);
}

const splitCells = (line: string) =>
  line
    .replace(/^\||\|\s*$/g, "")
    .split("|")
    .map((cell) => cell.trim());

function fail(index: number, why: string): never {
  throw new Error(`README.md:${index + 1}: ${why}`);
}
