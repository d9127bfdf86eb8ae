import { formatInstant } from "./format-instant";
import { type CsvCell, toCsv } from "./to-csv";

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

/** Changes of a climate plan as the file a spreadsheet opens. */
export function writePlanHistoryCsv(changes: readonly PlanHistoryLine[]): string {
  return toCsv(
    ["Quand (heure de Paris)", "Qui", "Action", "Intitulé", "Ce qui a changé"],
    changes.map((change): readonly CsvCell[] => [
      formatInstant(change.at),
      describePlanAuthor(change),
      change.number,
      change.actionTitle,
      change.lines.join("\n"),
    ]),
  );
}
