import type { FiguresGroup, Holding } from "./figures-group";

/** Whether the same participants are behind each sum by the same metering points, in whatever order. */
export function isSameGroup(a: FiguresGroup, b: FiguresGroup): boolean {
  return (Object.keys(a) as (keyof FiguresGroup)[]).every((sum) => keyOf(a[sum]) === keyOf(b[sum]));
}

const keyOf = (holdings: readonly Holding[]) =>
  holdings
    .map(({ participantId, meteringPointId }) => `${participantId} ${meteringPointId}`)
    .sort()
    .join();
