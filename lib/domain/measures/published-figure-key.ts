import type { PublishedFigure } from "./published-figure";

/** What a figure is about: one of the same key takes the place of an earlier one. */
export function publishedFigureKey(figure: PublishedFigure): string {
  const { from, toExclusive } = figure.period;
  const about =
    figure.kind === "share"
      ? [figure.producerId, figure.consumerId]
      : [figure.meteringPointId ?? "", figure.quantity, figure.tariffPeriod ?? "", figure.source];
  return [figure.kind, from, toExclusive, ...about].join("|");
}
