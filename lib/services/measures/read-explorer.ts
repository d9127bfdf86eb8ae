import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { comparePeriods, type PeriodAlignment } from "@/lib/domain/explorer/compare-periods";
import type { CurveSubject } from "@/lib/domain/explorer/curve-subject";
import type { GroupCurve } from "@/lib/domain/explorer/group-curve";
import { groupEnergy } from "@/lib/domain/explorer/group-energy";
import { type OtherPeriodChoice, otherPeriod } from "@/lib/domain/explorer/other-period";
import { sliceGroupCurve } from "@/lib/domain/explorer/slice-group-curve";
import { type SharedEnergy, sumShared } from "@/lib/domain/explorer/sum-shared";
import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import type { Period } from "@/lib/domain/time/period";
import { type ChosenCurve, chooseCurves } from "./choose-curves";
import { readGroupCurves } from "./read-group-curves";

/** Curves drawn at once; a group of any size is one. */
export const MAX_CURVES = 20;

/** With what the curves are compared: another period of themselves, or other curves over the same one. */
export type ExplorerComparison =
  | { readonly kind: "period"; readonly choice: OtherPeriodChoice; readonly alignment: PeriodAlignment }
  | { readonly kind: "curves"; readonly choice: string };

export type ExplorerQuery = {
  /** `consumers`, `producers`, a PRM, `participant:` and an identifier. */
  readonly choices: readonly string[];
  readonly isSum: boolean;
  /** Half-open; steps touched in part are taken whole. At most a year. [ms since 1970-01-01T00:00:00Z] */
  readonly startMs: number;
  readonly endMs: number;
  readonly comparison: ExplorerComparison | null;
};

/** A curve of the operation over the period asked for, step by step. */
export type ExplorerCurve = {
  readonly id: string;
  readonly subject: CurveSubject;
  readonly quantity: "withdrawal" | "injection";
  /** Metering points it is the sum of. */
  readonly memberCount: number;
  /** Asked for to be compared with the others. */
  readonly isComparison: boolean;
  readonly group: GroupCurve;
  /** Itself over another period, laid over this one step by step; `NaN` where that has nothing. */
  readonly other: (SharedEnergy & { readonly series: EnergySeries }) | null;
};

export type Explorer = {
  /** What the curves cover, in whole steps. [ms] */
  readonly startMs: number;
  readonly endMs: number;
  readonly stepMinutes: number;
  readonly curves: readonly ExplorerCurve[];
  /** Curves left out beyond {@link MAX_CURVES}. */
  readonly omittedCount: number;
  /** Choices that are not in the operation. */
  readonly unknown: readonly string[];
  /** The whole days of the other period, when compared with one. */
  readonly otherPeriod: Period | null;
};

/**
 * Any curves of an operation over an hour to a year, as they count.
 *
 * Bounded: {@link MAX_CURVES} sums of a year are held (some 15 MB on half-hours), and 50 metering points at a time are
 * read into them.
 */
export async function readExplorer(
  { id, sheet }: { readonly id: AuthorizedOperationId; readonly sheet: Pick<OperationSheet, "stepMinutes"> },
  query: ExplorerQuery,
  today: CivilDate,
): Promise<Explorer> {
  const { startMs, endMs, comparison } = query;
  const { stepMinutes } = sheet;
  const points = await listMeteringPoints(id);
  const main = chooseCurves(points, query.choices, query.isSum);
  const compared = chooseCurves(points, comparison?.kind === "curves" ? [comparison.choice] : [], false);
  const asked = [
    ...main.curves.map((curve) => ({ ...curve, isComparison: false })),
    ...compared.curves.map((curve) => ({ ...curve, id: `with|${curve.id}`, isComparison: true })),
  ];
  const chosen = asked.slice(0, MAX_CURVES);
  const period = daysAround(startMs, endMs);
  const groups = await readGroupCurves(id, chosen, { period, stepMinutes, today });
  const others = comparison?.kind === "period" ? otherPeriod(period, comparison.choice, comparison.alignment) : null;
  const overlaid =
    comparison?.kind === "period" && others
      ? await readOverlaid({ id, stepMinutes, today }, chosen, groups, others, comparison.alignment)
      : [];
  const curves = chosen.map(({ id: curveId, subject, quantity, isComparison, members }, index): ExplorerCurve => {
    const group = sliceGroupCurve(groups[index] as GroupCurve, startMs, endMs);
    const other = overlaid[index];
    return {
      id: curveId,
      subject,
      quantity,
      memberCount: members.length,
      isComparison,
      group,
      other: other ? cutOther(group, other) : null,
    };
  });
  const stepMs = stepMinutes * 60_000;
  return {
    startMs: Math.floor(startMs / stepMs) * stepMs,
    endMs: Math.ceil(endMs / stepMs) * stepMs,
    stepMinutes,
    curves,
    omittedCount: asked.length - chosen.length,
    unknown: [...main.unknown, ...compared.unknown],
    otherPeriod: others,
  };
}

function daysAround(startMs: number, endMs: number): Period {
  return { from: parisCivilDate(startMs), toExclusive: addDays(parisCivilDate(endMs - 1), 1) };
}

type Context = {
  readonly id: AuthorizedOperationId;
  readonly stepMinutes: number;
  readonly today: CivilDate;
};

async function readOverlaid(
  { id, ...context }: Context,
  chosen: readonly ChosenCurve[],
  groups: readonly GroupCurve[],
  period: Period,
  alignment: PeriodAlignment,
): Promise<readonly EnergySeries[]> {
  const others = await readGroupCurves(id, chosen, { ...context, period });
  return others.map((other, index) => {
    const group = groups[index] as GroupCurve;
    return { axis: group.axis, energyWh: comparePeriods(groupEnergy(group), groupEnergy(other), alignment).otherWh };
  });
}

function cutOther(group: GroupCurve, { axis, energyWh }: EnergySeries): NonNullable<ExplorerCurve["other"]> {
  const first = (group.axis.startMs - axis.startMs) / (axis.stepMinutes * 60_000);
  const series = { axis: group.axis, energyWh: energyWh.subarray(first, first + group.axis.length) };
  return { series, ...sumShared(groupEnergy(group).energyWh, series.energyWh) };
}
