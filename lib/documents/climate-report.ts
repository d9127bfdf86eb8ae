import type { Content } from "pdfmake/interfaces";
import type { ClimateReport } from "@/lib/domain/scoring/climate-report";
import { highestStar, STAR_RATIOS } from "@/lib/domain/scoring/highest-star";
import type { CategoryPoints } from "@/lib/domain/scoring/sum-by-category";
import { CLIMATE_DEFINITIONS } from "@/lib/format/climate-definitions";
import { CATEGORY_WORDS } from "@/lib/format/climate-words";
import { describeNextStar } from "@/lib/format/describe-next-star";
import { describeReferentialText, describeReportedState } from "@/lib/format/describe-reported-state";
import { formatNumber } from "@/lib/format/format-number";
import { formatPercent } from "@/lib/format/format-percent";
import { splitPoints } from "@/lib/format/split-points";
import {
  measureTable,
  movedMeasures,
  nameOf,
  partDone,
  plannedActions,
  provenActions,
  right,
} from "./climate-report-tables";
import { pointsBar, pointsBarLegend } from "./points-bar";
import { renderPdf } from "./render-pdf";

const BAR_WIDTH = 170; // points of paper

const ONE = { minDecimals: 1 } as const;

/** The synthesis of a climate plan for a council: where it stands, what moved, what is planned, on two to four pages. */
export function renderClimateReport(report: ClimateReport): Promise<Uint8Array> {
  const { collectivityName } = report;
  const state = describeReportedState(report);
  return renderPdf({
    title: `Plan climat, synthèse pour le conseil : ${collectivityName}, ${state}`,
    footer: `${collectivityName} · plan climat ${state}`,
    content: [
      { text: `Plan climat : ${collectivityName}`, style: "title" },
      {
        text: `Synthèse pour le conseil, ${state}. Référentiel : ${lowerFirst(describeReferentialText(report))}.`,
        style: "lead",
      },
      ...figures(report),
      ...parts(report),
      ...measureTable(report),
      ...movedMeasures(report),
      ...plannedActions(report),
      ...provenActions(report),
      ...definitions(),
    ],
  });
}

function figures({ root, doneRatio, stars }: ClimateReport): Content[] {
  const { potential, done, planned: plannedPoints } = splitPoints(root);
  const withPlanned = root.potentialPoints > 0 ? doneRatio + root.plannedPoints / root.potentialPoints : 0;
  const tile = (label: string, value: string, detail: string): Content => ({
    stack: [
      { text: label, style: "note" },
      { text: value, fontSize: 17, bold: true },
      { text: detail, style: "note" },
    ],
  });
  return [
    {
      columns: [
        tile(
          "Score",
          formatPercent(doneRatio),
          `${formatNumber(done, ONE)} sur ${formatNumber(potential, ONE)} points`,
        ),
        tile("Étoiles permises", `${stars} sur 5`, describeNextStar(stars, root)),
        tile("Avec le programmé", formatPercent(withPlanned), `${formatNumber(plannedPoints, ONE)} points programmés`),
        tile(
          "Tâches renseignées",
          formatPercent(root.completedTasks / root.totalTasks, 0),
          `${formatNumber(root.completedTasks)} sur ${formatNumber(root.totalTasks)}`,
        ),
      ],
      columnGap: 10,
    },
    { text: withPlannedWords(stars, withPlanned), margin: [0, 8, 0, 0] },
  ];
}

function withPlannedWords(stars: number, ratio: number): string {
  const reached = highestStar(ratio);
  if (reached > stars) return `Une fois fait, ce qui est programmé permettrait ${reached} étoiles.`;
  if (stars === STAR_RATIOS.length) return "Le score permet déjà la plus haute étoile.";
  return "Une fois fait, ce qui est programmé ne suffirait pas à l’étoile suivante.";
}

function parts({ actions, categories }: ClimateReport): Content[] {
  const axes = actions.filter(({ depth, level }) => depth === 1 && level === "group");
  const rows: (readonly [string, CategoryPoints])[] = [
    ...axes.map((axis) => [nameOf(axis, "Axe "), axis.score] as const),
    ...categories.map(([category, sums]) => [CATEGORY_WORDS[category], sums] as const),
  ];
  if (rows.length === 0) return [];
  return [
    { text: "Par axe et par catégorie", style: "heading" },
    pointsBarLegend(),
    {
      table: {
        widths: ["*", BAR_WIDTH, 82, 44],
        dontBreakRows: true,
        body: rows.map(([name, score]) => {
          const { done, potential } = splitPoints(score);
          return [
            name,
            pointsBar(score, BAR_WIDTH),
            right(`${formatNumber(done, ONE)} sur ${formatNumber(potential, ONE)}`),
            right(partDone(score)),
          ];
        }),
      },
      layout: "noBorders",
      fontSize: 9.5,
    },
  ];
}

function definitions(): Content[] {
  return [
    { text: "Sources et définitions", style: "heading" },
    {
      stack: CLIMATE_DEFINITIONS.map(([term, definition]): Content => {
        return { text: [{ text: `${term} : `, bold: true }, definition], margin: [0, 0, 0, 3] };
      }),
      fontSize: 9,
    },
  ];
}

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);
