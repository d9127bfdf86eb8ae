import Link from "next/link";
import type { ActionFilters } from "@/lib/domain/scoring/action-filters";
import type { ActionRow } from "@/lib/domain/scoring/list-action-rows";
import { matchesFilters } from "@/lib/domain/scoring/matches-filters";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatCount } from "@/lib/format/format-number";
import { planFiltersSchema } from "@/lib/schemas/plan-filters";
import styles from "./dashboard.module.css";
import { planAddress } from "./plan-address";

type PlanToDoProps = { actions: readonly ActionRow[]; day: CivilDate; collectivityId: string };

type ToDo = { readonly params: Readonly<Record<string, string>>; readonly one: string; readonly many: string };

const TO_DO: readonly ToDo[] = [
  { params: { echeance: "en-retard" }, one: "action en retard", many: "actions en retard" },
  { params: { echeance: "30" }, one: "échéance dans les 30 jours", many: "échéances dans les 30 jours" },
  { params: { manque: "1" }, one: "action à renseigner", many: "actions à renseigner" },
  { params: { pilote: "sans" }, one: "action sans pilote", many: "actions sans pilote" },
];

/** What waits for somebody, each count leading to its actions, and the way to the tree below. */
export function PlanToDo({ actions, day, collectivityId }: PlanToDoProps) {
  const counted = TO_DO.map((toDo) => {
    const { filters } = planFiltersSchema.parse(toDo.params);
    return { ...toDo, count: countOf(actions, filters, day) };
  });
  return (
    <ul className={styles.toDo} aria-label="À suivre">
      {counted
        .filter(({ count }) => count > 0)
        .map(({ params, one, many, count }) => (
          <li key={one}>
            <Link href={planAddress(collectivityId, params)}>{formatCount(count, one, many)}</Link>
          </li>
        ))}
      <li>
        <Link href={planAddress(collectivityId)}>Toutes les mesures</Link>
      </li>
    </ul>
  );
}

function countOf(actions: readonly ActionRow[], filters: ActionFilters, day: CivilDate): number {
  return actions.filter((action) => matchesFilters(action, filters, day)).length;
}
