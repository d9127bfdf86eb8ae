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

/** Actions shown at first: a thousand lines are slow to come on a phone. */
const SHOWN = 200;

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
  const { tout, ...chosen } = params;
  const given = Object.fromEntries(Object.entries(chosen).filter(([, param]) => param));
  const { referential, tree } = plan;
  const limit = tout ? Number.POSITIVE_INFINITY : SHOWN;
  const found =
    Object.keys(given).length > 0 ? findActions({ root: referential.root, tree, actions }, filters, day, limit) : null;
  const points = splitPointsAmong(summary.score, summary.parts.scores);
  const shownPoints = new Map(
    summary.parts.nodes.flatMap(({ id }, index) => {
      const shown = points[index];
      return shown ? [[id, shown] as const] : [];
    }),
  );
  const all = <Link href={planAddress(collectivityId)}>Revenir à tout le plan</Link>;
  return (
    <>
      <PlanFilters params={params} actions={actions} members={members} />
      {found && found.count > 0 && (
        <p aria-live="polite">
          {formatCount(found.count, "résultat", "résultats")}
          {found.rows.size === limit && (
            <>
              {`, dont les ${limit} premières actions ci-dessous. `}
              <Link href={planAddress(collectivityId, { ...given, tout: "1" })}>Les montrer toutes</Link>
            </>
          )}
          . {all}
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
