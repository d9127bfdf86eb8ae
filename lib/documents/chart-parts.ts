import type { CanvasElement, Content } from "pdfmake/interfaces";

/** Colours of the screens, which tell the parts apart in grey too. */
export const PAPER_COLOURS = {
  shared: "#00875f",
  surplus: "#e9cf6d",
  complement: "#9fb0bf",
  missing: "#e4e8ea",
  production: "#b86200",
  withdrawal: "#1d272d",
} as const;

/** A filled rectangle, in points of paper. */
export const paperRect = (x: number, y: number, w: number, h: number, color: string): CanvasElement => {
  return { type: "rect", x, y, w, h, color };
};

/** What colours mean, and a remark to the right. */
export function paperLegend(parts: readonly (readonly [string, string])[], remark = ""): Content {
  return {
    columns: [
      ...parts.flatMap(([color, text]) => [
        { width: 13, canvas: [paperRect(0, 0, 9, 9, color)], margin: [0, 1, 0, 0] as [number, number, number, number] },
        { width: "auto" as const, text, style: "note", margin: [0, 0, 14, 0] as [number, number, number, number] },
      ]),
      { width: "*", text: remark, style: "note", alignment: "right" as const },
    ],
    margin: [0, 2, 0, 4],
  };
}
