import { addMonths } from "@/lib/domain/time/add-months";
import type { Period } from "@/lib/domain/time/period";
import type { FiguresGroup, Holding } from "./figures-group";
import { isolatesSomebody } from "./isolates-somebody";

/** A period whose figures may be published. */
export type MonthCandidate = {
  readonly runId: string;
  readonly period: Period;
  readonly group: FiguresGroup;
  /** Of each version that was public before: those whose energy, or whose share, is another now. */
  readonly corrections: readonly FiguresGroup[];
};

/** Figures that have been public, for however long. */
export type SeenMonth = {
  readonly runId: string;
  readonly period: Period;
  readonly group: FiguresGroup;
  readonly showsProduction: boolean;
  readonly showsWithdrawal: boolean;
};

/** `too_few`: one or two protected participants behind it; `isolates`: what other months show would leave one or two. */
export type SideJudgement = "shown" | "too_few" | "isolates";

export type MonthJudgement = {
  readonly runId: string;
  readonly production: SideJudgement;
  readonly withdrawal: SideJudgement;
};

/**
 * Months that are further apart are not subtracted from each other: another year has another weather, other equipment
 * and other habits. Twelve, so that a month is held against the same one of the year before. [months]
 */
const COMPARABLE_MONTHS = 12;

/**
 * Which figures of some months can be published so that none of one or two participants follows from all that was ever
 * published.
 *
 * Production stands on the producers and withdrawal on the consumers; what was shared, surplus, complement and rates
 * stand on both and are shown with both only, since each of them and one of the two sums gives the other away. Judged one
 * month after the other, oldest first: what is out cannot be taken back, so a later month gives way.
 *
 * @param candidates - The latest run of each period, once.
 * @param seen - What was public before, other runs of the same periods included: two versions of a month differ by
 *   exactly who was added between them, or whose measures were corrected.
 * @param isProtected - False for those whose energy is public anyway, see `isPublicBody`.
 */
export function judgeMonths(
  candidates: readonly MonthCandidate[],
  seen: readonly SeenMonth[],
  isProtected: (participantId: string) => boolean,
): readonly MonthJudgement[] {
  const out = [...seen];
  return candidates
    .toSorted((a, b) => a.period.from.localeCompare(b.period.from))
    .map(({ runId, period, group, corrections }) => {
      const near = out.filter((month) => isComparable(month.period, period));
      const guarded = ({ participantId }: Holding) => isProtected(participantId);
      const judge = (side: keyof FiguresGroup, others: readonly SeenMonth[]) =>
        judgeSide(
          group[side].filter(guarded),
          others.map((month) => month.group[side].filter(guarded)),
          corrections.map((corrected) => corrected[side].filter(guarded)),
        );
      const production = judge(
        "producers",
        near.filter(({ showsProduction }) => showsProduction),
      );
      const withdrawal = judge(
        "consumers",
        near.filter(({ showsWithdrawal }) => showsWithdrawal),
      );
      const shows = { showsProduction: production === "shown", showsWithdrawal: withdrawal === "shown" };
      out.push({ runId, period, group, ...shows });
      return { runId, production, withdrawal };
    });
}

type Holdings = readonly Holding[];

function judgeSide(own: Holdings, others: readonly Holdings[], corrected: readonly Holdings[]): SideJudgement {
  if (isolatesSomebody([own])) return "too_few";
  const isolates = isolatesSomebody([...others, own]) || corrected.some((holdings) => isolatesSomebody([holdings]));
  return isolates ? "isolates" : "shown";
}

function isComparable(a: Period, b: Period): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  return addMonths(first.from, COMPARABLE_MONTHS) >= second.from;
}
