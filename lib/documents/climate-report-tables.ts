import type { Content, CustomTableLayout } from "pdfmake/interfaces";
import type { ClimateReport, ReportedAction } from "@/lib/domain/scoring/climate-report";
import type { NodeScore } from "@/lib/domain/scoring/node-score";
import type { CategoryPoints } from "@/lib/domain/scoring/sum-by-category";
import { formatDay } from "@/lib/format/format-date";
import { formatInstantDay } from "@/lib/format/format-instant";
import { formatCount, formatNumber, UNKNOWN } from "@/lib/format/format-number";
import { formatPercent } from "@/lib/format/format-percent";
import { splitPoints } from "@/lib/format/split-points";

/** A council reads four pages; the workbook has them all. */
const MAX_PLANNED = 30;
const MAX_MOVED = 15;

const ONE = { minDecimals: 1 } as const;
const SIGNED = { minDecimals: 1, signed: true } as const;

/** Thin lines close together: sixty measures on little more than a page. */
const TIGHT: CustomTableLayout = {
  hLineWidth: (index, { table }) => (index === 0 || index === table.body.length ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => "#b9c2c8",
  paddingTop: () => 1,
  paddingBottom: () => 0.5,
};

/** Every measure, in points, with the whole plan last. */
export function measureTable({ actions, root }: ClimateReport): Content[] {
  const all = actions.filter(({ level }) => level === "measure");
  return [
    { text: "Mesures, en points", style: "heading" },
    {
      table: {
        headerRows: 1,
        widths: ["*", 46, 40, 56, 44, 58, 40],
        dontBreakRows: true,
        body: [
          headers(["Mesure", "Potentiel", "Fait", "Programmé", "Pas fait", "À renseigner", "Fait"]),
          ...all.map((measure) => [nameOf(measure), ...scoreCells(measure.score)]),
          [{ text: "Plan entier", bold: true }, ...scoreCells(root).map((cell) => ({ ...cell, bold: true }))],
        ],
      },
      layout: TIGHT,
      fontSize: 8.5,
    },
    { text: "Chaque ligne est arrondie au dixième pour elle-même et fait son potentiel.", style: "note" },
  ];
}

function scoreCells(score: NodeScore) {
  if (!score.concerned) {
    return [{ text: "non concernée", colSpan: 6, style: "note" }, ...Array.from({ length: 5 }, () => right(""))];
  }
  const { potential, done, planned: plannedPoints, notDone, rest } = splitPoints(score);
  return [
    ...[potential, done, plannedPoints, notDone, rest].map((points) => right(formatNumber(points, ONE))),
    right(partDone(score)),
  ];
}

/** What moved since the state before, if there is one. */
export function movedMeasures({ change, root }: ClimateReport): Content[] {
  if (!change) return [];
  const { name, takenAtMs, before, measures: moves } = change;
  const from = splitPoints({ notDonePoints: 0, ...before });
  const to = splitPoints(root);
  const shown = moves.slice(0, MAX_MOVED);
  return [
    { text: `Ce qui a changé depuis « ${name} » (${formatInstantDay(takenAtMs)})`, style: "heading" },
    `De ${formatNumber(from.done, ONE)} sur ${formatNumber(from.potential, ONE)} points faits à ${formatNumber(to.done, ONE)} sur ${formatNumber(to.potential, ONE)} ; ${formatCount(moves.length, "mesure a changé", "mesures ont changé")}.`,
    ...(shown.length === 0 ? [] : [movedTable(shown)]),
    ...rest(moves.length - shown.length, "autre mesure est dans le classeur", "autres mesures sont dans le classeur"),
  ];
}

function movedTable(moves: NonNullable<ClimateReport["change"]>["measures"]): Content {
  return {
    table: {
      headerRows: 1,
      widths: ["*", 70, 70, 60, 70],
      dontBreakRows: true,
      body: [
        headers(["Mesure", "Fait avant", "Fait après", "Écart", "Potentiel, écart"]),
        ...moves.map(({ number, title, before, after }) => {
          const [from, to] = [splitPoints(before), splitPoints(after)];
          return [
            title === null ? number : `${number} ${title}`,
            right(formatNumber(from.done, ONE)),
            right(formatNumber(to.done, ONE)),
            right(formatNumber(subtract(to.done, from.done), SIGNED)),
            right(formatNumber(subtract(to.potential, from.potential), SIGNED)),
          ];
        }),
      ],
    },
    layout: TIGHT,
    fontSize: 8.5,
    margin: [0, 4, 0, 0],
  };
}

/** What is decided and not done, the first due first. */
export function plannedActions({ actions }: ClimateReport): Content[] {
  const all = actions.filter(isPlanned).toSorted(byDueDay);
  const heading: Content = { text: "Ce qui est programmé", style: "heading" };
  if (all.length === 0) return [heading, "Rien n’est programmé."];
  const shown = all.slice(0, MAX_PLANNED);
  return [
    heading,
    {
      table: {
        headerRows: 1,
        widths: ["*", 62, 60, 100],
        dontBreakRows: true,
        body: [
          headers(["Action", "Points", "Échéance", "Pilote"], 1, 2),
          ...shown.map((action) => [
            nameOf(action),
            right(formatNumber(action.score.plannedPoints, ONE)),
            right(formatDay(action.note?.dueDay)),
            action.note?.pilot ?? UNKNOWN,
          ]),
        ],
      },
      layout: TIGHT,
      fontSize: 8.5,
    },
    ...rest(all.length - shown.length, "autre action est dans le classeur", "autres actions sont dans le classeur"),
  ];
}

/** What is answered as planned itself: a sub-action of planned tasks would say the same points twice. */
function isPlanned({ shown, score }: ReportedAction): boolean {
  return (shown === "planned" || shown === "detailed") && score.plannedPoints > 0;
}

/** After every day. */
const NEVER = "9999";

/** Without a day last, and those that bring most first. */
function byDueDay(a: ReportedAction, b: ReportedAction): number {
  const [first, second] = [a.note?.dueDay ?? NEVER, b.note?.dueDay ?? NEVER];
  if (first !== second) return first < second ? -1 : 1;
  return b.score.plannedPoints - a.score.plannedPoints;
}

/** What proves the actions, where anything does. */
export function provenActions({ actions }: ClimateReport): Content[] {
  const own = actions.filter(({ evidence }) => evidence.length > 0);
  if (own.length === 0) return [];
  return [
    { text: "Ce qui le prouve", style: "heading" },
    {
      ul: own.slice(0, MAX_PLANNED).map((action): Content => {
        return { stack: [{ text: nameOf(action), bold: true }, ...action.evidence], margin: [0, 0, 0, 4] };
      }),
      fontSize: 9,
    },
    ...rest(own.length - MAX_PLANNED, "autre action est dans le classeur", "autres actions sont dans le classeur"),
  ];
}

function rest(count: number, one: string, many: string): Content[] {
  return count > 0 ? [{ text: `${formatCount(count, one, many)}.`, style: "note" }] : [];
}

/** Headers of a table; columns that hold figures stand to the right. */
function headers(texts: readonly string[], firstRight = 1, lastRight = texts.length - 1) {
  return texts.map((text, index) => ({
    text,
    style: "tableHeader",
    alignment: index >= firstRight && index <= lastRight ? ("right" as const) : ("left" as const),
  }));
}

/** A figure in a cell. */
export const right = (text: string) => ({ text, alignment: "right" as const });

const subtract = (to: number, from: number) => (Math.round(to * 10) - Math.round(from * 10)) / 10;

/** Part of the potential that is done, in words. */
export const partDone = ({ donePoints, potentialPoints }: Pick<CategoryPoints, "donePoints" | "potentialPoints">) =>
  formatPercent(potentialPoints > 0 ? donePoints / potentialPoints : null);

/** Number and title of an action. */
export function nameOf({ number, title }: Pick<ReportedAction, "number" | "title">, before = ""): string {
  return title === null ? `${before}${number}` : `${number} ${title}`;
}
