import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { entrancesOf, listEntrances } from "../../support/access/list-entrances";
import { readAccessLines } from "../../support/access/read-access-lines";
import { CALLERS, readAccessTable } from "../../support/access/read-access-table";

const ROOT = path.resolve(import.meta.dirname, "../../..");

describe("the table of README, the entrances of the sources and the lines between them", () => {
  const rows = readAccessTable(readFileSync(path.join(ROOT, "README.md"), "utf8"));
  const entrances = listEntrances(ROOT);
  const lines = readAccessLines();
  const names = entrances.map(({ name }) => name);

  test("every entrance has a line: add it to a file of tests/access/lines", () => {
    expect(entrances.filter(({ name }) => !lines.has(name))).toEqual([]);
  });

  test("every line has its entrance", () => {
    expect([...lines.keys()].filter((name) => !names.includes(name))).toEqual([]);
  });

  test("two entrances never share a name", () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test("every tag of a line is a row of README", () => {
    expect([...lines].filter(([, { tag }]) => !rows.has(tag)).map(([name, { tag }]) => [name, tag])).toEqual([]);
  });

  test("every row of README has a line", () => {
    const used = new Set([...lines.values()].map(({ tag }) => tag));
    expect([...rows.keys()].filter((tag) => !used.has(tag))).toEqual([]);
  });
});

const TITLE = "### Who may do what";
const HEADER = `| tag | | ${CALLERS.join(" | ")} |`;
const RULE = `|${" --- |".repeat(CALLERS.length + 2)}`;
const row = (tag: string, cells: readonly string[] = []) =>
  `| ${[tag, "do it", ...CALLERS.map((_, index) => cells[index] ?? "")].join(" | ")} |`;
const table = (...rows: readonly string[]) =>
  ["# Prorata", "", TITLE, "", HEADER, RULE, ...rows, "", "After."].join("\n");

describe("the reader of the table", () => {
  test("takes ✓, ✓ with words, and nothing", () => {
    const found = readAccessTable(table(row("`a.read`", ["✓", "", "✓, residents as one sum"]), row("`a.write`")));
    expect([...found].map(([tag, { line, allowed }]) => [tag, line, [...allowed]])).toEqual([
      ["a.read", 7, ["installation", "officer"]],
      ["a.write", 8, []],
    ]);
  });

  test.for([
    ["no table", "# Prorata", /no table/],
    ["other columns", table(row("`a.read`")).replace("elected", "mayor"), /README\.md:5: the columns/],
    ["what is no tag", table(row("`a.read`"), row("lire")), /README\.md:8: « lire » is no tag/],
    ["what is no cell", table(row("`a.read`", ["oui"])), /README\.md:7: « oui » is neither/],
    ["words without a comma", table(row("`a.read`", ["✓ some"])), /README\.md:7: « ✓ some » is neither/],
    ["a cell too few", table("| `a.read` | do it | ✓ |"), /README\.md:7: 1 callers/],
    ["a tag said twice", table(row("`a.read`"), row("`a.read`")), /README\.md:8: `a\.read` stands in line 7/],
    ["a row that says nothing", table(row("`a.read`").replace("do it", "")), /README\.md:7: .* says not/],
  ] as const)("refuses %s, with its line", ([, text, reason]) => {
    expect(() => readAccessTable(text)).toThrow(reason);
  });
});

describe("the reader of the sources", () => {
  test.for([
    ["app/api/v1/a/[id]/route.ts", "export async function GET(", ["GET /api/v1/a/[id]"]],
    ["app/a/route.ts", "export const POST = answer;\nexport { answer as PUT, b };", ["POST /a", "PUT /a"]],
    ["app/api/auth/[...all]/route.ts", 'new Set(["/api/auth/sign-out"])', ["AUTH /api/auth/sign-out"]],
    ["app/(espace)/a/page.tsx", "export default function Page() {}", ["PAGE /a"]],
    ["app/(espace)/page.tsx", "", ["PAGE /"]],
    ["app/(espace)/layout.tsx", "export default async function Layout() {}", ["LAYOUT /(espace)"]],
    ["app/a/layout.tsx", "export default function Layout() {}", []],
    [
      "app/a/actions.ts",
      '"use server";\nexport async function doAction() {}\nasync function inner() {}',
      ["ACTION doAction"],
    ],
    ["app/a/form.tsx", '"use client";\nexport function Form() {}', []],
  ] as const)("finds what %s opens", ([file, text, names]) => {
    expect(entrancesOf(file, text)).toEqual(names);
  });

  test.for([
    ["app/a/page-parts.tsx", 'function Form() { async function save() { "use server"; } }', /stands at the top/],
    ["app/a/actions.ts", '"use server";\nexport const act = async () => {};', /is no « export async function »/],
    ["app/a/actions.ts", '"use server";\nexport { act } from "./act";', /is no « export async function »/],
    ["app/a/route.ts", 'export * from "./other";', /name the methods/],
  ] as const)("refuses what it cannot see through: %s", ([file, text, reason]) => {
    expect(() => entrancesOf(file, text)).toThrow(reason);
  });
});
