import { FilterSelect } from "@/components/ui/filter-select";
import type { ActionRow } from "@/lib/domain/scoring/list-action-rows";
import { CATEGORY_WORDS, STATUS_WORDS, UNFILLED_WORD } from "@/lib/format/climate-words";
import { describePilot } from "@/lib/format/describe-pilot";
import {
  CATEGORY_PARAMS,
  DUE_DAYS,
  type PlanFilters as Filters,
  STATUS_PARAMS,
  writePilotParam,
} from "@/lib/schemas/plan-filters";
import styles from "./plan-filters.module.css";
import { PlanSearch } from "./plan-search";

type PlanFiltersProps = {
  params: Filters["params"];
  actions: readonly ActionRow[];
  members: readonly { readonly userId: string; readonly name: string }[];
};

const CATEGORIES = Object.entries(CATEGORY_PARAMS).map(([value, category]) => ({
  value,
  label: CATEGORY_WORDS[category],
}));
const STATUSES = Object.entries(STATUS_PARAMS).map(([value, status]) => ({
  value,
  label: status === "unfilled" ? UNFILLED_WORD : STATUS_WORDS[status],
}));
const DUE = [
  { value: "en-retard", label: "En retard" },
  ...DUE_DAYS.map((days) => ({ value: String(days), label: `Dans les ${days} jours` })),
];
const GAPS = [{ value: "1", label: "Ce qui manque" }];

/** Narrows the tree of a plan; the address carries the choices. */
export function PlanFilters({ params, actions, members }: PlanFiltersProps) {
  const { categorie, statut, pilote, echeance, manque } = params;
  return (
    <div className={styles.filters}>
      <PlanSearch />
      <FilterSelect label="Catégorie" param="categorie" all="Toutes" options={CATEGORIES} value={categorie} />
      <FilterSelect label="Statut" param="statut" all="Tous" options={STATUSES} value={statut} />
      <FilterSelect label="Pilote" param="pilote" all="Tous" options={listPilots(actions, members)} value={pilote} />
      <FilterSelect label="Échéance" param="echeance" all="Toutes" options={DUE} value={echeance} />
      <FilterSelect label="À renseigner" param="manque" all="Tout" options={GAPS} value={manque} />
    </div>
  );
}

/** Those who see to something now, and nobody. */
function listPilots(actions: readonly ActionRow[], members: PlanFiltersProps["members"]) {
  const labels = new Map<string, string>();
  for (const { note } of actions) {
    if (note?.pilot) labels.set(writePilotParam(note.pilot), describePilot(note.pilot, members));
  }
  const named = [...labels].map(([value, label]) => ({ value, label }));
  return [
    { value: writePilotParam("none"), label: "Sans pilote" },
    ...named.toSorted((a, b) => a.label.localeCompare(b.label, "fr")),
  ];
}
