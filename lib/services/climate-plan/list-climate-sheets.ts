import "server-only";
import type { ClimateReport, ReportedAction, ReportedChange } from "@/lib/domain/scoring/climate-report";
import type { NodeScore } from "@/lib/domain/scoring/node-score";
import type { CategoryPoints } from "@/lib/domain/scoring/sum-by-category";
import { CLIMATE_DEFINITIONS } from "@/lib/format/climate-definitions";
import { CATEGORY_WORDS } from "@/lib/format/climate-words";
import { describeReferentialText, describeReportedState } from "@/lib/format/describe-reported-state";
import { formatInstant } from "@/lib/format/format-instant";
import { formatCount } from "@/lib/format/format-number";
import { splitPoints } from "@/lib/format/split-points";
import type { WorkbookCell, WorkbookSheet } from "@/lib/formats/workbook/stream-workbook";
import { ACTION_COLUMNS, type ActionCell, levelWords, POINT_DECIMALS } from "./climate-columns";

const DAY_MS = 86_400_000;
/** 1 January 1970 in the calendar of spreadsheets. */
const EPOCH_DAY = 25_569;

const TEXT = (header: string, width: number) => ({ header, width, format: "text" as const });
const PROSE = (header: string, width: number) => ({ header, width, format: "prose" as const });
const POINTS = (header: string) => ({ header: `${header} (points)`, width: 14, format: "fine" as const });
const PART = (header: string) => ({ header, width: 12, format: "percent" as const });
const COUNT = (header: string) => ({ header, width: 12, format: "count" as const });

/**
 * A climate plan as a workbook for its auditor: where it stands, every action, what personalisation does, and what the
 * figures mean.
 *
 * Points have the three decimals of the programme's own scores, cell and display alike, and add up on each line.
 */
export function listClimateSheets(report: ClimateReport): readonly WorkbookSheet[] {
  return [
    summarySheet(report),
    actionSheet(report),
    ...(report.change ? [changeSheet(report.change)] : []),
    personalisationSheet(report),
    definitionSheet(report),
  ];
}

function summarySheet(report: ClimateReport): WorkbookSheet {
  const { root, actions, categories, collectivityName, stars, writtenAtMs } = report;
  const line = (subject: string, name: string | null, score: CategoryPoints, rest: readonly WorkbookCell[] = []) => [
    subject,
    name,
    ...pointCells(score),
    ...rest,
  ];
  const scored = (subject: string, action: ReportedAction, name: string) =>
    line(subject, name, action.score, [action.score.completedTasks, action.score.totalTasks]);
  const groups = actions.filter(({ level }) => level === "group");
  return {
    name: "Synthèse",
    frozenColumns: 2,
    columns: [
      TEXT("Objet", 22),
      PROSE("Ce qui en est dit", 60),
      POINTS("Potentiel"),
      POINTS("Fait"),
      POINTS("Programmé"),
      POINTS("Pas fait"),
      POINTS("À renseigner"),
      PART("Part faite"),
      PART("Part faite ou programmée"),
      COUNT("Tâches renseignées"),
      COUNT("Tâches"),
    ],
    rows: [
      ["Collectivité", collectivityName],
      ["État", describeReportedState(report)],
      ["Référentiel", describeReferentialText(report)],
      ["Fichier écrit le", formatInstant(writtenAtMs)],
      ["Étoiles permises par le score", formatCount(stars, "étoile sur 5", "étoiles sur 5")],
      line("Plan entier", "Toutes les mesures", root, [root.completedTasks, root.totalTasks]),
      ...groups.map((group) => scored(levelWords(group), group, nameOf(group))),
      ...categories.map(([category, sums]) => line("Catégorie", CATEGORY_WORDS[category], sums)),
    ],
  };
}

function pointCells(score: CategoryPoints): readonly WorkbookCell[] {
  const { potential, done, planned, notDone, rest } = splitPoints(score, POINT_DECIMALS);
  const { potentialPoints: whole, donePoints, plannedPoints } = score;
  const parts = whole > 0 ? [donePoints / whole, (donePoints + plannedPoints) / whole] : [null, null];
  return [potential, done, planned, notDone, rest, ...parts];
}

function actionSheet({ actions }: ClimateReport): WorkbookSheet {
  return {
    name: "Actions",
    frozenColumns: 3,
    hasFilter: true,
    columns: ACTION_COLUMNS,
    rows: actions
      .filter(({ level }) => level !== "root")
      .map((action) => ACTION_COLUMNS.map(({ cell }) => toWorkbookCell(cell(action)))),
  };
}

function changeSheet({ name, takenAtMs, measures }: ReportedChange): WorkbookSheet {
  const points = (score: NodeScore) => splitPoints(score, POINT_DECIMALS);
  return {
    name: "Changements",
    frozenColumns: 2,
    hasFilter: true,
    columns: [
      TEXT("Numéro", 12),
      PROSE("Mesure", 60),
      TEXT("Depuis", 40),
      POINTS("Potentiel avant"),
      POINTS("Potentiel après"),
      POINTS("Fait avant"),
      POINTS("Fait après"),
      POINTS("Programmé avant"),
      POINTS("Programmé après"),
    ],
    rows: measures.map(({ number, title, before, after }) => {
      const [from, to] = [points(before), points(after)];
      const since = `« ${name} », ${formatInstant(takenAtMs)}`;
      return [number, title, since, from.potential, to.potential, from.done, to.done, from.planned, to.planned];
    }),
  };
}

function toWorkbookCell(cell: ActionCell): WorkbookCell {
  if (typeof cell !== "object" || cell === null) return cell;
  return EPOCH_DAY + Date.parse(`${cell.day}T00:00:00Z`) / DAY_MS;
}

function personalisationSheet({ personalisation }: ClimateReport): WorkbookSheet {
  const columns = [
    TEXT("Objet", 16),
    TEXT("Thème ou numéro", 24),
    PROSE("Question ou action", 70),
    PROSE("Réponse ou effet", 40),
    PROSE("Parce que", 70),
    POINTS("Référence"),
    POINTS("Potentiel"),
  ];
  const { identity, answers, consequences } = personalisation ?? { identity: [], answers: [], consequences: [] };
  const missing: WorkbookCell[][] = personalisation
    ? []
    : [
        [
          "Réponses",
          null,
          "Les réponses n’ont pas été gardées avec cet instantané ; les potentiels en tiennent compte.",
        ],
      ];
  return {
    name: "Personnalisation",
    hasFilter: true,
    columns,
    rows: [
      ...missing,
      ...identity.map(([label, value]) => ["Collectivité", null, label, value]),
      ...answers.map(({ theme, question, answer }) => ["Réponse", theme, question, answer]),
      ...consequences.map(({ number, title, effect, reasons, referencePoints, potentialPoints }) => [
        "Conséquence",
        number,
        title,
        effect,
        reasons.join("\n"),
        referencePoints,
        potentialPoints,
      ]),
    ],
  };
}

function definitionSheet(report: ClimateReport): WorkbookSheet {
  return {
    name: "Sources et définitions",
    columns: [TEXT("Terme", 28), PROSE("Définition", 120)],
    rows: [
      ...CLIMATE_DEFINITIONS.map(([term, definition]) => [term, definition]),
      [
        "Arrondi",
        "Un seul, au millième de point, à la fin du calcul : la case contient ce qu’elle montre, et sur chaque ligne fait, programmé, pas fait et à renseigner font le potentiel. La somme de lignes peut s’écarter d’un total de quelques millièmes.",
      ],
      ["Parts", "Du potentiel de la ligne ; une case vide : rien à gagner."],
      ["Texte du référentiel", describeReferentialText(report)],
    ],
  };
}

function nameOf({ number, title }: ReportedAction): string {
  return title === null ? number : `${number} ${title}`;
}
