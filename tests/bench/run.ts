// Run by `npm run bench`, which lends it a database.
import type { BenchRow } from "./allocation";

// Loaded when their turn comes: what a case needs weighs on the memory of those before it.
const CASES: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  pages: async () => (await import("./pages")).benchPages(), // first: the demonstration wants an empty database
  allocation: async () => (await import("./allocation")).benchAllocation(),
  "annex-5": async () => (await import("./annex-5")).benchAnnex5(),
  "annex-6": async () => (await import("./annex-6")).benchAnnex6(),
  "climate-export": async () => (await import("./climate-export")).benchClimateExport(),
  comparison: async () => (await import("./comparison")).benchComparison(),
  curves: async () => (await import("./curves")).benchCurves(),
  dashboard: async () => (await import("./dashboard")).benchDashboard(),
  deadlines: async () => (await import("./deadlines")).benchDeadlines(),
  explorer: async () => (await import("./explorer")).benchExplorer(),
  import: async () => (await import("./import")).benchImport(),
  journal: async () => (await import("./journal")).benchJournal(),
  outputs: async () => (await import("./outputs")).benchOutputs(),
  preview: async () => (await import("./preview")).benchPreview(),
  "import-year": async () => (await import("./import-year")).benchImportYear(),
  "import-memory": async () => (await import("./import-memory")).benchImportMemory(),
  scoring: async () => (await import("./scoring")).benchScoring(),
  summary: async () => (await import("./summary")).benchSummary(),
  settlement: async () => (await import("./settlement")).benchSettlement(),
  "settlement-year": async () => (await import("./settlement-year")).benchSettlementYear(),
  tariffs: async () => (await import("./tariffs")).benchTariffs(),
};

/** Minutes each: only by name. */
const LONG: ReadonlySet<string> = new Set(["import-memory", "pages"]);

const names = process.argv.slice(2);
const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(CASES)) {
  const isAsked = names.length === 0 ? !LONG.has(name) : names.includes(name);
  if (isAsked) rows.push(...(await bench()));
}

const table = [
  ["", "ratio", "aim", "", ""],
  ...rows.map(({ name, ratio, aim, detail }) => {
    const verdict = aim === null ? "" : ratio <= aim ? "ok" : "MISSED";
    return [name, ratio.toPrecision(3), aim === null ? "" : `≤ ${aim}`, verdict, detail];
  }),
];
const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
for (const line of table)
  console.info(
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );

process.exit(rows.some(({ ratio, aim }) => aim !== null && ratio > aim) ? 1 : 0);
