import { Notice } from "@/components/ui/notice";
import type { Period } from "@/lib/domain/time/period";
import { describeSettlementOutcome, type ShownOutcome } from "@/lib/format/describe-settlement-outcome";
import { formatPeriodName } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";

type SettlementOutcomesProps = {
  state: "done" | "cancelled" | "failed";
  periods: readonly { readonly period: Period; readonly outcome: ShownOutcome }[];
  /** True right after the work of the person who looks. */
  live?: boolean;
};

const TITLES = {
  done: "Calcul terminé",
  cancelled: "Calcul arrêté : ce qui est calculé est gardé",
  failed: "Calcul interrompu : ce qui est calculé est gardé",
} as const;

/** What became of each period of a job that is over. */
export function SettlementOutcomes({ state, periods, live = false }: SettlementOutcomesProps) {
  const settled = periods.filter(({ outcome }) => outcome.kind === "settled" || outcome.kind === "unchanged").length;
  const isWhole = state === "done" && settled === periods.length;
  const count = formatCount(settled, "période calculée", "périodes calculées");
  return (
    <Notice
      tone={isWhole ? "success" : "warning"}
      title={`${TITLES[state]} : ${count} sur ${periods.length}`}
      live={live}
    >
      <ul>
        {periods.map(({ period, outcome }) => {
          const { text, detail } = describeSettlementOutcome(outcome);
          return (
            <li key={period.from}>
              {`${formatPeriodName(period.from, period.toExclusive)} : ${text}${detail ? `. ${detail}` : "."}`}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
