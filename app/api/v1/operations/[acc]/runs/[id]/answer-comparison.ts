import { describeRunComparison } from "@/lib/format/describe-run-comparison";
import type { RunComparison } from "@/lib/services/runs/run-comparison";

/** What differs between two computations of a period, as the API says it: metering points by PRM. */
export function answerComparison(comparison: RunComparison) {
  const { figures, engine, isRuleSame, inputs, names } = comparison;
  const prmOf = (id: string) => names.get(id)?.prm ?? null;
  return {
    isIdentical: figures.isIdentical,
    valueCount: figures.valueCount,
    sentences: describeRunComparison(comparison),
    engine,
    isRuleSame,
    inputs:
      inputs?.map((change) => {
        if (change.part !== "perimeter") return change;
        const { meteringPointId, ...rest } = change;
        return { ...rest, prm: prmOf(meteringPointId) };
      }) ?? null,
    totals: figures.totals,
    points: figures.points.map(({ meteringPointId, ...point }) => ({ prm: prmOf(meteringPointId), ...point })),
    measures: figures.measures.map(({ meteringPointId, ...measure }) => ({ prm: prmOf(meteringPointId), ...measure })),
  };
}
