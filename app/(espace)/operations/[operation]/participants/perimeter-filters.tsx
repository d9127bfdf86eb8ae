import { FilterSelect } from "@/components/ui/filter-select";
import type { PerimeterState } from "@/lib/domain/perimeter/perimeter-state";
import type { ParticipantFilters } from "@/lib/schemas/participant-filters";
import type { PerimeterRow } from "@/lib/services/read-perimeter";
import styles from "./perimeter-filters.module.css";

type Choice = { readonly label: string; readonly keeps: (row: PerimeterRow) => boolean };

const ROLES: Readonly<Record<NonNullable<ParticipantFilters["role"]>, Choice>> = {
  consommateur: { label: "Consommateurs", keeps: ({ roles }) => roles.includes("consumer") },
  producteur: { label: "Producteurs", keeps: ({ roles }) => roles.includes("producer") },
  "les-deux": { label: "Consommateurs et producteurs", keeps: ({ roles }) => roles.length === 2 },
  stockage: { label: "Stockage", keeps: ({ isStorage }) => isStorage },
};

const inState =
  (...states: readonly PerimeterState[]) =>
  ({ state }: PerimeterRow) =>
    states.includes(state);

const STATES: Readonly<Record<NonNullable<ParticipantFilters["etat"]>, Choice>> = {
  participe: { label: "Participe", keeps: inState("attached", "leaving") },
  "entree-prevue": { label: "Entrée prévue", keeps: inState("planned") },
  "sortie-prevue": { label: "Sortie prévue", keeps: inState("leaving") },
  sorti: { label: "Sorti", keeps: inState("left") },
  "sans-date": { label: "Sans date d’entrée", keeps: inState("never") },
};

/**
 * The rows that the filters of the address keep.
 *
 * @param lacking - Ids of the metering points that lack a consent.
 */
export function filterRows(
  rows: readonly PerimeterRow[],
  { role, etat, consentement }: ParticipantFilters,
  lacking: ReadonlySet<string>,
): readonly PerimeterRow[] {
  const choices = [role && ROLES[role], etat && STATES[etat]].filter((choice) => choice !== undefined);
  return rows.filter((row) => choices.every(({ keeps }) => keeps(row)) && (!consentement || lacking.has(row.id)));
}

const CONSENTS = [{ value: "manquant", label: "Consentement manquant" }];

export function PerimeterFilters({ role, etat, consentement }: ParticipantFilters) {
  return (
    <div className={styles.filters}>
      <FilterSelect label="Rôle" param="role" all="Tous les rôles" options={optionsOf(ROLES)} value={role} />
      <FilterSelect label="État" param="etat" all="Tous les états" options={optionsOf(STATES)} value={etat} />
      <FilterSelect label="Consentement" param="consentement" all="Tous" options={CONSENTS} value={consentement} />
    </div>
  );
}

function optionsOf(choices: Readonly<Record<string, Choice>>) {
  return Object.entries(choices).map(([value, { label }]) => ({ value, label }));
}
