import { addMonths } from "@/lib/domain/time/add-months";
import type { Period } from "@/lib/domain/time/period";
import type { FiguresGroup, Holding } from "./figures-group";
import { isolatesSomebody } from "./isolates-somebody";
import type { ShownSides } from "./show-month";
import { shownSides } from "./shown-sides";

/** A period whose figures may be published. */
export type MonthCandidate = {
  readonly runId: string;
  readonly period: Period;
  readonly group: FiguresGroup;
  /** Of each version that was public before: those whose energy, or whose share, is another now. */
  readonly corrections: readonly FiguresGroup[];
};

/** Figures that have been public, for however long. */
export type SeenMonth = ShownSides & {
  readonly runId: string;
  readonly period: Period;
  readonly group: FiguresGroup;
};

/** `too_few`: one or two protected participants behind it; `isolates`: what other months show would leave one or two. */
export type SideJudgement = "shown" | "too_few" | "isolates";

export type MonthJudgement = {
  readonly runId: string;
  readonly production: SideJudgement;
  readonly withdrawal: SideJudgement;
  /** What was shared, surplus, complement, rates; held back with either of the two. */
  readonly shared: SideJudgement;
};

/** The sums that stand behind each figure. */
const SUMS = {
  production: ["producers"],
  withdrawal: ["consumers"],
  shared: ["selfProducers", "selfConsumers", "surplusProducers", "complementConsumers"],
} as const satisfies Readonly<Record<string, readonly (keyof FiguresGroup)[]>>;

/**
 * Months that are further apart are not subtracted from each other: another year has another weather, other equipment
 * and other habits. Twelve, so that a month is held against the same one of the year before. [months]
 */
const COMPARABLE_MONTHS = 12;

/**
 * Which figures of some months can be published so that none of one or two participants follows from all that was ever
 * published.
 *
 * Production stands on the producers and withdrawal on the consumers. What was shared, surplus, complement and rates
 * are shown with both only, since each of them and one of the two sums gives the other away; and they stand on those who
 * produced or were given a share and on those with a surplus or a complement, who can be fewer. Judged one month after
 * the other, oldest first: what is out cannot be taken back, so a later month gives way.
 *
 * @param candidates - The latest run of each period, once.
 * @param seen - What was public before, other runs of the same periods included: two versions of a month differ by
 *   exactly who was added between them, or whose measures were corrected.
 * @param entityOf - Who is protected behind a participant; null for one whose energy is public, see `guardedEntities`.
 */
export function judgeMonths(
  candidates: readonly MonthCandidate[],
  seen: readonly SeenMonth[],
  entityOf: (participantId: string) => string | null,
): readonly MonthJudgement[] {
  // A run stands on whoever is known to be behind it today: a hand-over told later is no second sum.
  const groups = new Map(candidates.map(({ runId, group }) => [runId, group]));
  const out = seen.map((month) => ({ ...month, group: groups.get(month.runId) ?? month.group }));
  const guard = (holdings: Holdings): Holdings =>
    holdings.flatMap(({ participantId, meteringPointId }) => {
      const entity = entityOf(participantId);
      return entity === null ? [] : [{ participantId: entity, meteringPointId }];
    });
  return candidates
    .toSorted((a, b) => a.period.from.localeCompare(b.period.from))
    .map(({ runId, period, group, corrections }) => {
      const near = out.filter((month) => isComparable(month.period, period));
      const judge = (figure: keyof typeof SUMS, shows: keyof ShownSides): SideJudgement => {
        const others = near.filter((month) => month[shows]);
        return worstOf(
          SUMS[figure].map((sum) =>
            judgeSum(
              guard(group[sum]),
              others.map((month) => guard(month.group[sum])),
              corrections.map((corrected) => guard(corrected[sum])),
            ),
          ),
        );
      };
      const production = judge("production", "showsProduction");
      const withdrawal = judge("withdrawal", "showsWithdrawal");
      const both = worstOf([production, withdrawal]);
      const shared = both === "shown" ? judge("shared", "showsShared") : both;
      out.push({ runId, period, group, ...shownSides({ production, withdrawal, shared }) });
      return { runId, production, withdrawal, shared };
    });
}

const worstOf = (judgements: readonly SideJudgement[]): SideJudgement =>
  judgements.find((judgement) => judgement === "too_few") ??
  judgements.find((judgement) => judgement === "isolates") ??
  "shown";

type Holdings = readonly Holding[];

function judgeSum(own: Holdings, others: readonly Holdings[], corrected: readonly Holdings[]): SideJudgement {
  if (own.length === 0) return "shown"; // what is known anyway parts nobody, whatever was out before
  if (isolatesSomebody([own])) return "too_few";
  const isolates = isolatesSomebody([...others, own]) || corrected.some((holdings) => isolatesSomebody([holdings]));
  return isolates ? "isolates" : "shown";
}

function isComparable(a: Period, b: Period): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  return addMonths(first.from, COMPARABLE_MONTHS) >= second.from;
}
