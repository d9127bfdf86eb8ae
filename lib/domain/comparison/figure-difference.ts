import type { ComparedFigure } from "./compared-figure";

/**
 * How far the operator's figure is from ours.
 *
 * @returns Theirs − ours [Wh], and its part of theirs; null where one is not known, or where theirs is 0.
 */
export function figureDifference({ oursWh, theirsWh }: Pick<ComparedFigure, "oursWh" | "theirsWh">): {
  readonly wh: number | null;
  readonly ratio: number | null;
} {
  if (oursWh === null || theirsWh === null) return { wh: null, ratio: null };
  const wh = theirsWh - oursWh;
  return { wh, ratio: theirsWh === 0 ? null : wh / theirsWh };
}
