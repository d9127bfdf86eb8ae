import type { Content, CustomTableLayout } from "pdfmake/interfaces";
import type { ReportTable } from "@/lib/format/report-tables";
import { PAPER_COLOURS, paperLegend, paperRect } from "./chart-parts";

const BAR = { width: 90, height: 8 } as const; // points

const TIGHT: CustomTableLayout = {
  hLineWidth: (index, { table }) => (index === 0 || index === table.body.length ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => "#b9c2c8",
  paddingTop: () => 1.5,
  paddingBottom: () => 1,
};

/** A table of a report under its title; where rows have parts, a bar draws them. */
export function reportTable(table: ReportTable, restColour: "complement" | "surplus" | null = null): Content[] {
  const { title, columns, rows, total, note, bars } = table;
  const most = Math.max(0, ...(bars ?? []).map(({ sharedWh, restWh }) => sharedWh + restWh));
  const withBars = bars !== null && restColour !== null && rows.length > 1;
  const bar = (index: number): Content[] => (withBars ? [lineBar(bars[index], most, PAPER_COLOURS[restColour])] : []);
  const body = [
    columns.flatMap((text, index): Content[] => [
      { text, style: "tableHeader", ...(index === 0 ? {} : { alignment: "right" as const }) },
      ...(index === 0 && withBars ? [{ text: "", style: "tableHeader" }] : []),
    ]),
    ...rows.map(([name = "", ...cells], index): Content[] => [
      name,
      ...bar(index),
      ...cells.map((cell) => right(cell)),
    ]),
    ...(total ? [totalRow(total, withBars)] : []),
  ];
  return [
    { text: title, style: "heading" },
    ...(withBars
      ? [
          paperLegend(
            [
              [PAPER_COLOURS.shared, restColour === "surplus" ? "utilisé dans l’opération" : "reçu de l’opération"],
              [PAPER_COLOURS[restColour], restColour === "surplus" ? "surplus" : "complément"],
            ],
            "",
          ),
        ]
      : []),
    {
      table: {
        headerRows: 1,
        widths: ["*", ...(withBars ? [BAR.width] : []), ...columns.slice(1).map(() => "auto" as const)],
        dontBreakRows: true,
        body,
      },
      layout: TIGHT,
      fontSize: 8.5,
    },
    ...(note === null ? [] : [{ text: note, style: "note", margin: [0, 3, 0, 0] as [number, number, number, number] }]),
  ];
}

function totalRow([name = "", ...cells]: readonly string[], withBars: boolean): Content[] {
  return [
    { text: name, bold: true },
    ...(withBars ? [{ text: "" }] : []),
    ...cells.map((cell) => ({ ...right(cell), bold: true })),
  ];
}

function lineBar(
  parts: { readonly sharedWh: number; readonly restWh: number } | undefined,
  most: number,
  restColour: string,
): Content {
  if (!parts || most === 0) return { text: "" };
  const shared = (parts.sharedWh / most) * BAR.width;
  const rest = (parts.restWh / most) * BAR.width;
  return {
    canvas: [
      paperRect(0, 0, shared, BAR.height, PAPER_COLOURS.shared),
      paperRect(shared, 0, rest, BAR.height, restColour),
    ],
    margin: [0, 1.5, 0, 0],
  };
}

const right = (text: string) => ({ text, alignment: "right" as const });
