import type { CanvasRect, Column, Content } from "pdfmake/interfaces";
import type { CategoryPoints } from "@/lib/domain/scoring/sum-by-category";

const HEIGHT = 9; // points of paper
const LETTER = 4.6; // the same, wide enough for the legend's size

/** Told apart in grey too: the darkest is done, white is what nothing is said of. */
const COLOURS = { done: "#00875f", planned: "#7fb3d5", notDone: "#b9c2c8", rest: "#ffffff" } as const;

const WORDS: readonly (readonly [keyof typeof COLOURS, string])[] = [
  ["done", "fait"],
  ["planned", "programmé"],
  ["notDone", "pas fait"],
  ["rest", "à renseigner"],
];

/** What the points of an action are made of, as one bar of a given width; nothing where there is nothing to earn. */
export function pointsBar(score: CategoryPoints, width: number): Content {
  const { potentialPoints: whole, donePoints, plannedPoints, notDonePoints } = score;
  if (!(whole > 0)) return { text: "rien à gagner", style: "note" };
  const parts = [
    [COLOURS.done, donePoints],
    [COLOURS.planned, plannedPoints],
    [COLOURS.notDone, notDonePoints],
  ] as const;
  let x = 0;
  const bars = parts.flatMap(([color, points]): CanvasRect[] => {
    const w = (Math.min(points, whole) / whole) * width;
    const bar: CanvasRect = { type: "rect", x, y: 0, w, h: HEIGHT, color };
    x += w;
    return w > 0 ? [bar] : [];
  });
  const frame: CanvasRect = { type: "rect", x: 0, y: 0, w: width, h: HEIGHT, lineWidth: 0.5, lineColor: "#586368" };
  return { canvas: [...bars, frame], margin: [0, 2, 0, 0] };
}

/** What the colours of the bars mean. */
export function pointsBarLegend(): Content {
  return {
    columns: WORDS.flatMap(([part, word]): Column[] => [
      {
        width: 11,
        canvas: [{ type: "rect", x: 0, y: 0, w: 9, h: 9, color: COLOURS[part], lineColor: "#586368", lineWidth: 0.5 }],
        margin: [0, 1, 0, 0],
      },
      { width: word.length * LETTER + 14, text: word, style: "note", margin: [2, 0, 0, 0] },
    ]),
    margin: [0, 2, 0, 4],
  };
}
