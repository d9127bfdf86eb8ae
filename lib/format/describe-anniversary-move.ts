import { countDays } from "@/lib/domain/time/count-days";
import type { Period } from "@/lib/domain/time/period";
import { formatPeriod } from "./format-date";
import { formatDayOfMonth } from "./format-day-of-month";
import { formatCount } from "./format-number";

type Planned = {
  readonly move: { readonly dayOfMonth: number };
  readonly before: readonly Period[];
  readonly after: readonly Period[];
};

const daysOf = ({ from, toExclusive }: Period): string => formatCount(countDays(from, toExclusive), "jour", "jours");

const named = (period: Period): string => `${formatPeriod(period.from, period.toExclusive)} (${daysOf(period)})`;

/** What a move of the anniversary does, in French sentences: the period that changes first, then the next ones. */
export function describeAnniversaryMove({ move, before, after }: Planned): readonly string[] {
  const [was, becomes] = [before[0], after[0]];
  if (!was || !becomes) return [];
  const word = becomes.toExclusive > was.toExclusive ? "plus longue" : "plus courte";
  return [
    `La période ${named(was)} devient ${word} : ${named(becomes)}.`,
    `Les suivantes : ${after.slice(1).map(named).join(", ")} ; chacune commence le ${formatDayOfMonth(move.dayOfMonth)}.`,
    "Les délais qui comptent depuis la date anniversaire, comme la notification d’une clé dynamique, suivent ces nouvelles périodes.",
  ];
}
