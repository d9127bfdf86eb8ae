import type { CanvasRect, Content } from "pdfmake/interfaces";
import type { StatementDay } from "@/lib/domain/settlement/participant-statement";
import { formatDay } from "@/lib/format/format-date";
import { formatKwh } from "@/lib/format/format-energy";
import { withAltText } from "./with-alt-text";

const WIDTH = 499; // points, between the margins of an A4 page
const HEIGHT = 70;
const GAP = 0.25; // of a day's width

/** Colours of the screens, which tell the parts apart in grey too. */
const COLOURS = { shared: "#00875f", complement: "#9fb0bf", surplus: "#e9cf6d" } as const;

type ChartParts = {
  /** What the darker part of a bar is. */
  readonly shared: string;
  /** What stands on it. */
  readonly rest: string;
  readonly restColour: "complement" | "surplus";
};

/** Days as stacked bars, with what the colours mean, the scale, and the first and the last day. */
export function statementChart(days: readonly StatementDay[], { shared, rest, restColour }: ChartParts): Content[] {
  const mostWh = Math.max(...days.map(({ energyWh }) => energyWh));
  if (!(mostWh > 0)) return [];
  const width = WIDTH / days.length;
  const bars = days.flatMap(({ sharedWh, restWh }, index): CanvasRect[] => {
    const x = (index + GAP / 2) * width;
    const [low, high] = [(sharedWh / mostWh) * HEIGHT, (restWh / mostWh) * HEIGHT];
    const bar = { type: "rect" as const, x, w: width * (1 - GAP) };
    return [
      { ...bar, y: HEIGHT - low, h: low, color: COLOURS.shared },
      { ...bar, y: HEIGHT - low - high, h: high, color: COLOURS[restColour] },
    ];
  });
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  return [
    {
      columns: [
        { width: "auto", canvas: [swatch(COLOURS.shared)], margin: [0, 1, 4, 0] },
        { width: "auto", text: shared, style: "note", margin: [0, 0, 14, 0] },
        { width: "auto", canvas: [swatch(COLOURS[restColour])], margin: [0, 1, 4, 0] },
        { width: "auto", text: rest, style: "note" },
        { width: "*", text: `le plus haut : ${formatKwh(mostWh)} en un jour`, style: "note", alignment: "right" },
      ],
      margin: [0, 2, 0, 4],
    },
    withAltText(
      { canvas: [...bars, { type: "line", x1: 0, y1: HEIGHT, x2: WIDTH, y2: HEIGHT, lineWidth: 0.5 }] },
      `Énergie de chaque jour, ${shared} et ${rest} ; les chiffres suivent.`,
    ),
    {
      columns: [
        { text: formatDay(first), style: "note" },
        { text: formatDay(last), style: "note", alignment: "right" },
      ],
      margin: [0, 2, 0, 0],
    },
  ];
}

const swatch = (color: string): CanvasRect => ({ type: "rect", x: 0, y: 0, w: 9, h: 9, color });
