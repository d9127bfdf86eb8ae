import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { findActions } from "@/lib/domain/scoring/find-actions";
import type { ActionRow } from "@/lib/domain/scoring/list-action-rows";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatCount } from "@/lib/format/format-number";
import { splitPointsAmong } from "@/lib/format/split-points-among";
import { planFiltersSchema } from "@/lib/schemas/plan-filters";
import type { ClimatePlan } from "@/lib/services/climate-plan/read-climate-plan";
import type { ClimateSummary } from "@/lib/services/climate-plan/summarize-climate-plan";
import { planAddress } from "./plan-address";
import { PlanFilters } from "./plan-filters";
import { PlanTree } from "./plan-tree";

type PlanActionsProps = {
  plan: ClimatePlan;
  summary: ClimateSummary;
  actions: readonly ActionRow[];
  members: readonly { readonly userId: string; readonly name: string }[];
  day: CivilDate;
  /** The search part of the address. */
  search: Readonly<Record<string, string | string[] | undefined>>;
  collectivityId: string;
};

/** The tree of a plan, whole or narrowed to what is looked for. */
export function PlanActions({ plan, summary, actions, members, day, search, collectivityId }: PlanActionsProps) {
  const { params, filters } = planFiltersSchema.parse(search);
  const isFiltered = Object.values(params).some((param) => param !== undefined && param !== "");
  const { referential, tree } = plan;
  const found = isFiltered ? findActions({ root: referential.root, tree, actions }, filters, day) : null;
  const points = splitPointsAmong(summary.score, summary.parts.scores);
  const shownPoints = new Map(
    summary.parts.nodes.flatMap(({ id }, index) => {
      const shown = points[index];
      return shown ? [[id, shown] as const] : [];
    }),
  );
  const all = <Link href={planAddress(collectivityId)}>Tout afficher</Link>;
  return (
    <>
      <PlanFilters params={params} actions={actions} members={members} />
      {found && found.count > 0 && (
        <p aria-live="polite">
          {formatCount(found.count, "résultat", "résultats")}. {all}
        </p>
      )}
      {found?.count === 0 ? (
        <EmptyState
          title="Aucune action ne correspond"
          purpose="Aucune action de ce plan ne répond à tous ces choix à la fois : élargissez-en un."
          action={all}
        />
      ) : (
        <PlanTree
          plan={plan}
          found={found}
          shownPoints={shownPoints}
          members={members}
          day={day}
          collectivityId={collectivityId}
        />
      )}
    </>
  );
}
