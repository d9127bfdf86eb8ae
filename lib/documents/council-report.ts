import type { Content } from "pdfmake/interfaces";
import type { CouncilReport } from "@/lib/domain/report/council-report";
import { listCouncilSentences } from "@/lib/format/council-sentences";
import { describeReportCompleteness } from "@/lib/format/describe-report-completeness";
import { formatDay, formatPeriod } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import { listReportRemarks } from "@/lib/format/list-report-remarks";
import { listReportTiles, type ReportTile } from "@/lib/format/list-report-tiles";
import { REPORT_DEFINITIONS, REPORT_SOURCES } from "@/lib/format/report-definitions";
import { formatRange } from "@/lib/format/report-range-words";
import {
  listComparisonTables,
  listConsumerTable,
  listMonthTable,
  listProducerTable,
  listRunTable,
  listSeasonTables,
  listValueTables,
} from "@/lib/format/report-tables";
import { monthChart } from "./council-report-charts";
import { reportTable } from "./council-report-tables";
import { renderPdf } from "./render-pdf";
import { seasonCharts } from "./season-charts";
import { withAltText } from "./with-alt-text";

/** The picture at the head of a document. */
export type PaperLogo = {
  readonly content: Uint8Array;
  readonly format: "png" | "jpeg";
  readonly altText: string;
};

/** Points of paper a logo may take. */
const MARGIN: [number, number, number, number] = [0, 0, 0, 8];
const LOGO_BOX: [number, number] = [150, 60];

/** The report to the council: one page of essentials, then tables and charts, then what the words mean. */
export function renderCouncilReport(report: CouncilReport, logo: PaperLogo | null): Promise<Uint8Array> {
  const { operation, range, writtenOn } = report;
  const name = formatRange(range);
  return renderPdf({
    title: `Rapport au conseil : ${operation.name}, ${name}`,
    footer: `${operation.name} · ${name} · rapport du ${formatDay(writtenOn)}`,
    content: [
      ...heading(report, logo),
      ...essentials(report),
      { text: "Le détail", style: "title", pageBreak: "before" },
      ...reportTable(listMonthTable(report)),
      ...listValueTables(report).flatMap((table) => reportTable(table)),
      ...listComparisonTables(report).flatMap((table) => reportTable(table)),
      ...reportTable(listConsumerTable(report), "complement"),
      ...reportTable(listProducerTable(report), "surplus"),
      ...listSeasonTables(report).flatMap((table) => [...reportTable(table), ...seasonCharts(report.typicalDays)]),
      ...completeness(report),
      ...reportTable(listRunTable(report)),
      ...definitions(),
    ],
  });
}

function heading({ collectivityName }: CouncilReport, logo: PaperLogo | null): Content[] {
  const image = logo && `data:image/${logo.format};base64,${Buffer.from(logo.content).toString("base64")}`;
  return [
    ...(image ? [withAltText({ image, fit: LOGO_BOX, margin: MARGIN }, logo.altText)] : []),
    { text: collectivityName, bold: true },
  ];
}

function essentials(report: CouncilReport): Content[] {
  const { operation, range, writtenOn, counts } = report;
  const number = operation.accNumber === null ? "" : ` (${operation.accNumber})`;
  return [
    { text: `${operation.name} : rapport au conseil`, style: "title", margin: [0, 16, 0, 4] },
    {
      text: `Opération d’autoconsommation collective${number}, ${formatPeriod(range.from, range.toExclusive)}. ${formatCount(counts.producers, "installation", "installations")} et ${formatCount(counts.consumers, "point de consommation", "points de consommation")}. Rapport établi le ${formatDay(writtenOn)}.`,
      style: "lead",
    },
    { columns: listReportTiles(report).map(tile), columnGap: 10, margin: [0, 4, 0, 8] },
    { text: "À retenir", style: "heading" },
    { ul: listCouncilSentences(report).map((text): Content => ({ text, margin: [0, 0, 0, 5] })), fontSize: 11 },
    { ul: listReportRemarks(report).map((text): Content => ({ text, margin: [0, 0, 0, 3] })), fontSize: 9 },
    { text: "Production mois par mois", style: "heading" },
    monthChart(report),
    { text: "Ce que valent ces chiffres", style: "heading" },
    { ul: [...describeReportCompleteness(report)], fontSize: 9 },
  ];
}

const tile = ({ label, value, detail }: ReportTile): Content => ({
  stack: [
    { text: label, style: "note" },
    { text: value, fontSize: 16, bold: true },
    { text: detail, style: "note" },
  ],
});

function completeness(report: CouncilReport): Content[] {
  return [
    { text: "Complétude et corrections", style: "heading" },
    { ul: [...describeReportCompleteness(report)], fontSize: 9 },
  ];
}

function definitions(): Content[] {
  return [
    {
      stack: [
        { text: "Sources et définitions", style: "heading" },
        ...REPORT_SOURCES.map((text): Content => ({ text, margin: [0, 0, 0, 3] })),
        ...REPORT_DEFINITIONS.map(([term, meaning]): Content => {
          return { text: [{ text: `${term} : `, bold: true }, meaning], margin: [0, 0, 0, 3] };
        }),
      ],
      fontSize: 9,
      unbreakable: true,
    },
  ];
}
