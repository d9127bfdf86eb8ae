import type { CouncilReport } from "@/lib/domain/report/council-report";
import { formatPeriodName } from "./format-date";
import { formatCount } from "./format-number";

/** How complete a report is: months without a result, values that were corrected, results older than their data. */
export function describeReportCompleteness({ months }: CouncilReport): readonly string[] {
  const settled = months.filter(({ run }) => run !== null);
  const lacking = months.filter(({ run }) => run === null);
  const stale = months.filter(({ state }) => state === "to_recompute");
  const corrected = settled.reduce((sum, { run }) => sum + (run?.correctedSteps ?? 0), 0);
  return [
    lacking.length === 0
      ? `${months.length === 1 ? "La période est calculée" : `Les ${months.length} périodes sont calculées`} : rien ne manque.`
      : `${formatCount(settled.length, "période calculée", "périodes calculées")} sur ${months.length} ; il manque ${nameAll(lacking)}. Les totaux ne disent rien de ce qui manque.`,
    corrected === 0
      ? "Aucune valeur de compteur n’a dû être corrigée."
      : `${formatCount(corrected, "valeur de compteur, absente ou invalide, a été remplacée", "valeurs de compteurs, absentes ou invalides, ont été remplacées")} selon la convention (art. 5.2.3).`,
    ...(stale.length === 0
      ? []
      : [`Des données ont changé depuis le calcul de ${nameAll(stale)} : recalculez avant de présenter ce rapport.`]),
  ];
}

function nameAll(months: CouncilReport["months"]): string {
  const names = months.map(({ period }) => formatPeriodName(period.from, period.toExclusive));
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} et ${last}`;
}
