import type { ReportedAction } from "@/lib/domain/scoring/climate-report";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { CATEGORY_WORDS } from "@/lib/format/climate-words";
import { describeActionStatus } from "@/lib/format/describe-action-status";
import { splitPoints } from "@/lib/format/split-points";
import type { WorkbookSheet } from "@/lib/formats/workbook/stream-workbook";

/** What a cell of the actions is made of; a day is written as the file it is for writes days. */
export type ActionCell = string | number | null | { readonly day: CivilDate };

/** A column of the table of actions, the same in a workbook and in a text file. */
export type ActionColumn = Omit<WorkbookSheet["columns"][number], "format"> & {
  readonly format: "text" | "prose" | "fine" | "percent" | "count" | "day";
  readonly cell: (action: ReportedAction) => ActionCell;
};

/** The decimals of the programme's own scores. */
export const POINT_DECIMALS = 3;

const LEVELS: Readonly<Record<ReportedAction["level"], string>> = {
  root: "Référentiel",
  group: "Axe",
  measure: "Mesure",
  sub_action: "Sous-action",
  task: "Tâche",
};

/** Level of an action in words: below an axis, what groups measures is a sub-axis. */
export function levelWords({ level, depth }: Pick<ReportedAction, "level" | "depth">): string {
  return level === "group" && depth > 1 ? "Sous-axe" : LEVELS[level];
}

const points = (header: string, part: keyof ReturnType<typeof splitPoints>): ActionColumn => ({
  header: `${header} (points)`,
  width: 13,
  format: "fine",
  cell: ({ score }) => splitPoints(score, POINT_DECIMALS)[part],
});

/** Of the potential, from what the programme rounds; nothing where there is nothing to earn. */
const share = (header: string, pick: (score: ReportedAction["score"]) => number): ActionColumn => ({
  header,
  width: 11,
  format: "percent",
  cell: ({ score }) => (score.potentialPoints > 0 ? pick(score) / score.potentialPoints : null),
});

/** Every column of the table of actions. */
export const ACTION_COLUMNS: readonly ActionColumn[] = [
  { header: "Numéro", width: 12, format: "text", cell: ({ number }) => number },
  { header: "Niveau", width: 13, format: "text", cell: levelWords },
  { header: "Titre", width: 60, format: "prose", cell: ({ title }) => title },
  {
    header: "Catégorie",
    width: 16,
    format: "text",
    cell: ({ category }) => (category === null ? null : CATEGORY_WORDS[category]),
  },
  {
    header: "Points de référence",
    width: 13,
    format: "fine",
    cell: ({ score }) => score.referencePoints,
  },
  points("Potentiel", "potential"),
  points("Fait", "done"),
  points("Programmé", "planned"),
  points("Pas fait", "notDone"),
  points("À renseigner", "rest"),
  share("Part faite", ({ donePoints }) => donePoints),
  share("Part programmée", ({ plannedPoints }) => plannedPoints),
  share("Part pas faite", ({ notDonePoints }) => notDonePoints),
  share("Part à renseigner", restOf),
  { header: "Statut", width: 24, format: "prose", cell: (action) => describeActionStatus(action) },
  { header: "Tâches renseignées", width: 12, format: "count", cell: ({ score }) => score.completedTasks },
  { header: "Tâches", width: 10, format: "count", cell: ({ score }) => score.totalTasks },
  { header: "Explication", width: 60, format: "prose", cell: ({ note }) => note?.explanation ?? null },
  { header: "Pourquoi non concernée", width: 40, format: "prose", cell: ({ note }) => note?.outReason ?? null },
  { header: "Pilote", width: 24, format: "prose", cell: ({ note }) => note?.pilot ?? null },
  { header: "Échéance", width: 12, format: "day", cell: ({ note }) => (note?.dueDay ? { day: note.dueDay } : null) },
  { header: "Preuves", width: 50, format: "prose", cell: ({ evidence }) => evidence.join("\n") || null },
];

function restOf({ potentialPoints, donePoints, plannedPoints, notDonePoints }: ReportedAction["score"]): number {
  return Math.max(0, potentialPoints - donePoints - plannedPoints - notDonePoints);
}
