/** Where a label is written, so that it covers no mark and no other label. */
export type MapLabel = {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end" | "middle";
};

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const CHARACTER_PX = 6.9; // of 13 px text, a little more than the mean
const LINE_PX = 16;
const GAP_PX = 16; // from the middle of a mark: its halo has room

/**
 * Labels for as many marks as there is room for, the first ones first.
 *
 * @param marks - Middle of each mark, what it is called, and whether it asks for a label before the others. [px]
 */
export function placeMapLabels(
  marks: readonly { readonly x: number; readonly y: number; readonly text: string; readonly isFirst: boolean }[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly MapLabel[] {
  const taken: Box[] = marks.map(({ x, y }) => boxAround(x, y, 7, 7));
  const labels: MapLabel[] = [];
  const order = marks.map((_, index) => index).toSorted((a, b) => rank(marks[a]) - rank(marks[b]));
  for (const index of order) {
    const mark = marks[index];
    if (!mark) continue;
    const textPx = mark.text.length * CHARACTER_PX;
    const free = candidates(mark.x, mark.y, textPx).find(
      ({ box }) => isInside(box, width, height) && !taken.some((other) => overlap(box, other)),
    );
    if (!free) continue;
    taken.push(free.box);
    labels.push({ index, x: free.x, y: free.y, anchor: free.anchor });
  }
  return labels;
}

const rank = (mark: { readonly isFirst: boolean } | undefined) => (mark?.isFirst ? 0 : 1);

function candidates(x: number, y: number, textPx: number) {
  const half = textPx / 2;
  return [
    { anchor: "start" as const, x: x + GAP_PX, y, box: boxAround(x + GAP_PX + half, y, half, LINE_PX / 2) },
    { anchor: "end" as const, x: x - GAP_PX, y, box: boxAround(x - GAP_PX - half, y, half, LINE_PX / 2) },
    { anchor: "middle" as const, x, y: y - LINE_PX - 2, box: boxAround(x, y - LINE_PX - 2, half, LINE_PX / 2) },
    { anchor: "middle" as const, x, y: y + LINE_PX + 2, box: boxAround(x, y + LINE_PX + 2, half, LINE_PX / 2) },
  ];
}

function boxAround(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isInside({ left, right, top, bottom }: Box, width: number, height: number): boolean {
  return left >= 0 && right <= width && top >= 0 && bottom <= height;
}
