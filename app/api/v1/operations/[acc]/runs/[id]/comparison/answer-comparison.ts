import type { Comparison, NamedFigure } from "@/lib/services/comparison/read-comparison";

/** A comparison as the API tells it. */
export function answerComparison(comparison: Comparison, isDifferingOnly: boolean) {
  const { run, state, tried, computedAt, isOutdated, summary, explanation, figures } = comparison;
  return {
    comparison: {
      runId: run.id,
      version: run.version,
      period: run.period,
      state,
      tried,
      computedAt: computedAt?.toISOString() ?? null,
      isOutdated,
      figureCount: summary.figures,
      differingFigureCount: summary.differingFigures,
      differingPointCount: summary.differingPoints,
      explanation,
      figures: figures.filter(({ isDifferent }) => isDifferent || !isDifferingOnly).map(answerFigure),
    },
  };
}

function answerFigure({
  steps,
  meteringPointId: _,
  consumerId: __,
  role: ___,
  excessWh: ____,
  ...figure
}: NamedFigure) {
  return {
    ...figure,
    steps: steps && {
      compared: steps.comparedSteps,
      differing: steps.differingSteps,
      missingOurs: steps.missingOurs,
      missingTheirs: steps.missingTheirs,
      first: toIso(steps.firstMs),
      last: toIso(steps.lastMs),
      largestWh: steps.largestWh,
      largest: toIso(steps.largestMs),
    },
  };
}

const toIso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
