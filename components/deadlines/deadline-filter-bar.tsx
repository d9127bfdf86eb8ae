import { FilterSelect } from "@/components/ui/filter-select";
import { DEADLINE_FAMILIES } from "@/lib/format/deadline-texts";
import { type DeadlineFilters, FAMILY_PARAMS } from "@/lib/schemas/deadline-filters";
import styles from "./deadline-list.module.css";

export type DeadlineFilterBarProps = {
  filters: DeadlineFilters;
  /** More than one: it may be chosen. */
  operations: readonly { readonly slug: string; readonly name: string }[];
};

/** Narrows the list to one operation, one side, one family; the address keeps the choice. */
export function DeadlineFilterBar({ filters, operations }: DeadlineFilterBarProps) {
  return (
    <div className={styles.filters}>
      {operations.length > 1 && (
        <FilterSelect
          label="Opération"
          param="operation"
          all="Toutes"
          options={operations.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={filters.operation}
        />
      )}
      <FilterSelect
        label="Qui agit"
        param="qui"
        all="Tous"
        options={[
          { value: "vous", label: "Vous" },
          { value: "enedis", label: "Enedis" },
        ]}
        value={filters.qui}
      />
      <FilterSelect
        label="Famille"
        param="famille"
        all="Toutes"
        options={Object.entries(FAMILY_PARAMS).map(([value, family]) => ({ value, label: DEADLINE_FAMILIES[family] }))}
        value={filters.famille}
      />
    </div>
  );
}
