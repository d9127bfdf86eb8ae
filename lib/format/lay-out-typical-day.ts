import type { TypicalDay } from "@/lib/domain/dashboard/typical-day";

type Point = { readonly x: number; readonly y: number };

/** The three energies of a mean day as lines, in the units of the drawing; y grows downwards. */
export type TypicalDayLines = {
  readonly production: readonly Point[];
  readonly withdrawal: readonly Point[];
  /** Closed along the axis, to be filled. */
  readonly selfConsumed: readonly Point[];
};

/** The highest half-hour of some mean days, so that they share one scale. [Wh per half-hour] */
export function highestOfTypicalDays(days: readonly TypicalDay[]): number {
  return Math.max(0, ...days.flatMap((day) => [...day.productionWh, ...day.withdrawalWh].map((wh) => wh ?? 0)));
}

/** A mean day, half-hour by half-hour; a half-hour that is not known is left out. */
export function layOutTypicalDay(
  { productionWh, withdrawalWh, selfConsumedWh }: TypicalDay,
  highestWh: number,
  { width, height }: { readonly width: number; readonly height: number },
): TypicalDayLines {
  const line = (energies: readonly (number | null)[]): readonly Point[] =>
    energies.flatMap((wh, slot) =>
      wh === null || highestWh === 0
        ? []
        : [{ x: ((slot + 0.5) / energies.length) * width, y: height - (wh / highestWh) * height }],
    );
  const shared = line(selfConsumedWh);
  const [first, last] = [shared[0], shared.at(-1)];
  return {
    production: line(productionWh),
    withdrawal: line(withdrawalWh),
    selfConsumed: first && last ? [{ x: first.x, y: height }, ...shared, { x: last.x, y: height }] : [],
  };
}
