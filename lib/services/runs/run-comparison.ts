import type { FigureComparison } from "@/lib/domain/settlement/compare-run-figures";
import type { InputChange } from "@/lib/domain/settlement/compare-run-inputs";
import type { RunFigures } from "@/lib/domain/settlement/run-figures";
import type { RunInputs } from "@/lib/domain/settlement/run-inputs";
import type { SettlementRule } from "@/lib/domain/settlement/settlement-rule";

/** One computation of a period: stored, or just made. */
export type ComparedRun = {
  readonly engineVersion: string;
  readonly rules: readonly SettlementRule[];
  readonly inputs: RunInputs | null;
  readonly figures: RunFigures;
};

/** What a metering point is called; empty once its data are erased. */
export type PointNames = ReadonlyMap<string, { readonly prm: string; readonly name: string }>;

/** What differs between two computations of one period. */
export type RunComparison = {
  readonly figures: FigureComparison;
  /** Null when the engine is the same. */
  readonly engine: { readonly was: string; readonly is: string } | null;
  /** Whether the same coefficients applied at every step, for the same reason. */
  readonly isRuleSame: boolean;
  /** Null when one of the two was made before inputs were kept part by part: only its curves tell. */
  readonly inputs: readonly InputChange[] | null;
  readonly names: PointNames;
};
