import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { formatPeriodName } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import type { OperationDashboard } from "@/lib/services/dashboard/operation-dashboard";

/** What the figures lack: months without a result, results whose data changed since; nothing when nothing does. */
export function DashboardCompleteness({ slug, dashboard }: { slug: string; dashboard: OperationDashboard }) {
  const { months, totals } = dashboard;
  const nameMonths = (state: "not_settled" | "to_recompute") =>
    months
      .filter((month) => month.state === state)
      .map(({ period }) => formatPeriodName(period.from, period.toExclusive))
      .join(", ");
  if (totals.unsettledMonths === 0 && totals.monthsToRecompute === 0) return null;
  return (
    <Notice
      tone="warning"
      title="Ces chiffres ne sont pas complets"
      actions={
        <ButtonLink href={`/operations/${slug}/periodes` as Route} variant="default">
          Voir les périodes
        </ButtonLink>
      }
    >
      {totals.unsettledMonths > 0 && (
        <p>
          {formatCount(totals.unsettledMonths, "mois n’est pas calculé", "mois ne sont pas calculés")} :{" "}
          {nameMonths("not_settled")}. Aucun total n’en tient compte.
        </p>
      )}
      {totals.monthsToRecompute > 0 && (
        <p>
          {formatCount(totals.monthsToRecompute, "mois est à recalculer", "mois sont à recalculer")}, car des données
          ont changé depuis : {nameMonths("to_recompute")}.
        </p>
      )}
    </Notice>
  );
}
