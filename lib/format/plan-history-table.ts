import { formatInstant } from "./format-instant";
import { type CsvCell, toCsv, toCsvRows } from "./to-csv";

/** A change as a line of a file. */
export type PlanHistoryLine = {
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly number: string | null;
  readonly actionTitle: string | null;
  readonly lines: readonly string[];
};

/** Who changed something in a climate plan. */
export function describePlanAuthor({ actorId, actorName }: Pick<PlanHistoryLine, "actorId" | "actorName">): string {
  return actorName ?? (actorId === null ? "Installation" : "Ancien utilisateur");
}

const HEADER = ["Quand (heure de Paris)", "Qui", "Action", "Intitulé", "Ce qui a changé"];

/** Changes of a climate plan as the file a spreadsheet opens. */
export function writePlanHistoryCsv(changes: readonly PlanHistoryLine[]): string {
  return toCsv(HEADER, changes.map(toCells));
}

/** The same file, a page in memory at a time. */
export async function* streamPlanHistoryCsv(
  pages: AsyncIterable<readonly PlanHistoryLine[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(toCsv(HEADER, []));
  for await (const page of pages) {
    if (page.length > 0) yield encoder.encode(`\r\n${toCsvRows(page.map(toCells))}`);
  }
}

const toCells = (change: PlanHistoryLine): readonly CsvCell[] => [
  formatInstant(change.at),
  describePlanAuthor(change),
  change.number,
  change.actionTitle,
  change.lines.join("\n"),
];
