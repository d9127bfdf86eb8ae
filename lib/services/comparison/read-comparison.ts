import "server-only";
import { listDeliveries } from "@/lib/data/coefficient-deliveries";
import { listKeyVersions } from "@/lib/data/coefficient-versions";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { findRunComparison, listComparedFigures, type RunComparison } from "@/lib/data/settlement-comparisons";
import { findSettlementRunById, type SettlementRunSummary } from "@/lib/data/settlement-runs";
import type { ComparedFigure } from "@/lib/domain/comparison/compared-figure";
import type { Explanation } from "@/lib/domain/comparison/explain-differences";
import { figureDifference } from "@/lib/domain/comparison/figure-difference";
import { type ComparisonSummary, summarizeComparison } from "@/lib/domain/comparison/summarize-comparison";
import { curveToleranceWh } from "@/lib/domain/comparison/tolerance";
import type { Period } from "@/lib/domain/time/period";
import { describeHypothesis, type HypothesisNames } from "@/lib/format/describe-hypothesis";

/** A figure beside the operator's, with the names of whom it is about. */
export type NamedFigure = ComparedFigure & {
  /** Null: the whole operation. */
  readonly prm: string | null;
  readonly name: string | null;
  /** Of a detail: who received. */
  readonly consumerPrm: string | null;
  readonly consumerName: string | null;
  /** Theirs − ours [Wh], and its part of theirs. */
  readonly differenceWh: number | null;
  readonly differenceRatio: number | null;
};

/** A run beside what the operator published. */
export type Comparison = {
  readonly run: SettlementRunSummary;
  /** `none`: nothing was ever published about the period. */
  readonly state: "none" | RunComparison["state"];
  readonly tried: number;
  readonly computedAt: Date | null;
  readonly isOutdated: boolean;
  readonly summary: ComparisonSummary;
  /** How far apart two values of a step may be. [Wh] */
  readonly stepToleranceWh: number;
  readonly figures: readonly NamedFigure[];
  /** Null where nothing differs. */
  readonly explanation: (Explanation & { readonly sentences: readonly string[] }) | null;
};

/** What is kept of the comparison of a run; nothing is computed again. Null when the operation has no such run. */
export async function readComparison(operationId: AuthorizedOperationId, runId: string): Promise<Comparison | null> {
  const [run, comparison, figures, points] = await Promise.all([
    findSettlementRunById(operationId, runId),
    findRunComparison(operationId, runId),
    listComparedFigures(operationId, runId),
    listMeteringPoints(operationId),
  ]);
  if (!run) return null;
  const names = new Map(points.map(({ id, prm, name }) => [id, { prm, name }]));
  const explanation = comparison?.explanation ?? null;
  return {
    run,
    state: comparison?.state ?? "none",
    tried: comparison?.tried ?? 0,
    computedAt: comparison?.computedAt ?? null,
    isOutdated: comparison?.isOutdated ?? false,
    summary: summarizeComparison(figures),
    stepToleranceWh: curveToleranceWh(run.stepMinutes),
    figures: figures.map((figure) => nameFigure(figure, names)),
    explanation: explanation && {
      ...explanation,
      sentences: await describeClaims(operationId, explanation, names, run.period),
    },
  };
}

type Names = ReadonlyMap<string, { readonly prm: string; readonly name: string }>;

function nameFigure(figure: ComparedFigure, names: Names): NamedFigure {
  const point = names.get(figure.meteringPointId ?? "");
  const consumer = names.get(figure.consumerId ?? "");
  const { wh, ratio } = figureDifference(figure);
  return {
    ...figure,
    prm: point?.prm ?? null,
    name: point?.name ?? null,
    consumerPrm: consumer?.prm ?? null,
    consumerName: consumer?.name ?? null,
    differenceWh: wh,
    differenceRatio: ratio,
  };
}

async function describeClaims(
  operationId: AuthorizedOperationId,
  { claims }: Explanation,
  points: Names,
  period: Period,
): Promise<readonly string[]> {
  const isAbout = (kind: "other_key" | "other_delivery") => claims.some((claim) => claim.kind === kind);
  const keys = isAbout("other_key") ? await listKeyVersions(operationId) : [];
  const deliveries = isAbout("other_delivery") ? await listDeliveries(operationId) : [];
  const versionOf = (of: readonly { readonly id: string; readonly version: number }[], id: string) =>
    of.find((each) => each.id === id)?.version;
  const names: HypothesisNames = {
    period,
    point: (id) => {
      const point = points.get(id);
      return point ? `« ${point.name} » (PRM ${point.prm})` : "un PRM qui n’est plus enregistré";
    },
    key: (id) => withVersion("la version", versionOf(keys, id), "une autre version"),
    delivery: (id) => withVersion("la clé du mois, version", versionOf(deliveries, id), "une autre clé du mois"),
  };
  return claims.map((claim) => describeHypothesis(claim, names));
}

const withVersion = (word: string, version: number | undefined, unknown: string) =>
  version === undefined ? unknown : `${word} ${version}`;
