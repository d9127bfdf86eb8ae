import type { CanvasElement, Column, Content } from "pdfmake/interfaces";
import type { TypicalDay } from "@/lib/domain/dashboard/typical-day";
import { formatKw } from "@/lib/format/format-energy";
import { highestOfTypicalDays, layOutTypicalDay } from "@/lib/format/lay-out-typical-day";
import { SEASON_WORDS } from "@/lib/format/season-words";
import { PAPER_COLOURS, paperLegend } from "./chart-parts";
import { withAltText } from "./with-alt-text";

const SIZE = { width: 240, height: 70 } as const; // points
const HALF_HOURS_PER_HOUR = 2;

/** The mean day of each season, on one scale, two beside each other. */
export function seasonCharts(days: readonly TypicalDay[]): Content[] {
  const highestWh = highestOfTypicalDays(days);
  const rows = [days.slice(0, 2), days.slice(2)].filter((row) => row.length > 0);
  return [
    {
      stack: [
        paperLegend(
          [
            [PAPER_COLOURS.production, "production"],
            [PAPER_COLOURS.shared, "utilisé dans l’opération"],
            [PAPER_COLOURS.withdrawal, "soutirage"],
          ],
          `le plus haut : ${formatKw(highestWh * HALF_HOURS_PER_HOUR)} en moyenne sur une demi-heure`,
        ),
        ...rows.map((row): Content => ({ columns: row.map((day) => seasonChart(day, highestWh)), columnGap: 19 })),
      ],
      unbreakable: true,
      margin: [0, 6, 0, 0],
    },
  ];
}

function seasonChart(day: TypicalDay, highestWh: number): Column {
  const { production, withdrawal, selfConsumed } = layOutTypicalDay(day, highestWh, SIZE);
  const line = (points: readonly { x: number; y: number }[], lineColor: string): CanvasElement => {
    return { type: "polyline", points: [...points], lineColor, lineWidth: 1.2 };
  };
  const drawn: CanvasElement[] = [
    ...(selfConsumed.length > 0
      ? [{ type: "polyline" as const, points: [...selfConsumed], closePath: true, color: PAPER_COLOURS.shared }]
      : []),
    line(production, PAPER_COLOURS.production),
    { ...line(withdrawal, PAPER_COLOURS.withdrawal), dash: { length: 3, space: 2 } } as CanvasElement,
    { type: "line", x1: 0, y1: SIZE.height, x2: SIZE.width, y2: SIZE.height, lineWidth: 0.5 },
  ];
  return {
    width: SIZE.width,
    stack: [
      { text: SEASON_WORDS[day.season].name, bold: true, fontSize: 8.5 },
      withAltText(
        { canvas: drawn },
        `${SEASON_WORDS[day.season].name}, journée moyenne : production, énergie utilisée et soutirage selon l’heure.`,
      ),
      {
        columns: ["0 h", "12 h", "24 h"].map((text, index) => ({
          text,
          fontSize: 7,
          color: "#495057",
          alignment: (["left", "center", "right"] as const)[index] ?? "left",
        })),
      },
    ],
    margin: [0, 0, 0, 6],
  };
}
