import type { CanvasElement, Content } from "pdfmake/interfaces";
import type { CouncilReport } from "@/lib/domain/report/council-report";
import { formatShortMonth } from "@/lib/format/format-date";
import { formatKwh } from "@/lib/format/format-energy";
import { layOutMonthBars } from "@/lib/format/lay-out-month-bars";
import { PAPER_COLOURS, paperLegend, paperRect } from "./chart-parts";
import { withAltText } from "./with-alt-text";

const WIDTH = 499; // points, between the margins of an A4 page
const CHART_HEIGHT = 110;

/** The production of each month as a bar of two parts, with what the colours mean and the highest. */
export function monthChart({ months }: CouncilReport): Content {
  const size = { width: WIDTH, height: CHART_HEIGHT };
  const { bars, mostWh } = layOutMonthBars(months, size);
  const drawn = bars.flatMap(({ x, width, parts }): CanvasElement[] => {
    if (!parts) return [paperRect(x, CHART_HEIGHT - 6, width, 6, PAPER_COLOURS.missing)];
    const { shared, rest } = parts;
    return [
      paperRect(x, shared.y, width, shared.height, PAPER_COLOURS.shared),
      paperRect(x, rest.y, width, rest.height, PAPER_COLOURS.surplus),
    ];
  });
  const isCrowded = months.length > 14;
  return {
    stack: [
      paperLegend(
        [
          [PAPER_COLOURS.shared, "utilisé dans l’opération"],
          [PAPER_COLOURS.surplus, "surplus"],
          ...(bars.some(({ parts }) => parts === null) ? ([[PAPER_COLOURS.missing, "non calculé"]] as const) : []),
        ],
        `le plus haut : ${formatKwh(mostWh, 0)} produits en un mois`,
      ),
      withAltText(
        { canvas: [...drawn, { type: "line", x1: 0, y1: CHART_HEIGHT, x2: WIDTH, y2: CHART_HEIGHT, lineWidth: 0.5 }] },
        "Production de chaque mois : ce qui en est utilisé et le surplus. Les chiffres sont dans le tableau des mois.",
      ),
      isCrowded
        ? {
            columns: [
              { text: formatShortMonth(months[0]?.period.from), style: "note" },
              { text: formatShortMonth(months.at(-1)?.period.from), style: "note", alignment: "right" },
            ],
          }
        : {
            columns: months.map(({ period }) => ({
              text: formatShortMonth(period.from).replace(" ", "\n"),
              width: WIDTH / months.length,
              alignment: "center" as const,
              fontSize: 7,
              color: "#495057",
            })),
          },
    ],
    margin: [0, 2, 0, 6],
    unbreakable: true,
  };
}
