type Scale = (value: number) => number;

/** The edges of each stretch: one more than there are stretches. [px] */
export type Edges = ArrayLike<number>;

type Values = readonly (number | null)[];

/** A line of stairs, each value held over its stretch; broken where there is none. [W → px] */
export function stairsPath(values: Values, edges: Edges, toY: Scale): string {
  let path = "";
  let isDrawing = false;
  for (const [index, value] of values.entries()) {
    if (value === null) {
      isDrawing = false;
      continue;
    }
    const y = round(toY(value));
    path += isDrawing ? `V${y}` : `M${round(edges[index] as number)} ${y}`;
    path += `H${round(edges[index + 1] as number)}`;
    isDrawing = true;
  }
  return path;
}

/** The area between two lines of stairs. */
export function bandPath(low: Values, high: Values, edges: Edges, toY: Scale): string {
  let path = "";
  for (const { start, end } of listRuns(low, (value) => value !== null)) {
    path += stairsPath(high.slice(start, end), sliceEdges(edges, start, end), toY);
    for (let index = end - 1; index >= start; index -= 1) {
      path += `V${round(toY(low[index] as number))}H${round(edges[index] as number)}`;
    }
    path += "Z";
  }
  return path;
}

export type Run = { readonly start: number; readonly end: number };

/** The stretches in a row for which something holds; half-open. */
export function listRuns<T>(items: ArrayLike<T>, holds: (item: T) => boolean): readonly Run[] {
  const runs: Run[] = [];
  let start = -1;
  for (let index = 0; index <= items.length; index += 1) {
    const isIn = index < items.length && holds(items[index] as T);
    if (isIn && start < 0) start = index;
    if (!isIn && start >= 0) {
      runs.push({ start, end: index });
      start = -1;
    }
  }
  return runs;
}

function sliceEdges(edges: Edges, start: number, end: number): Edges {
  return Array.from({ length: end - start + 1 }, (_, index) => edges[start + index] as number);
}

// A tenth of a pixel is finer than a screen, and a third as long to write.
function round(px: number): number {
  return Math.round(px * 10) / 10;
}
