import { TextInput } from "@mantine/core";
import { FilterSelect } from "@/components/ui/filter-select";
import styles from "./evidence.module.css";

/** What a proof may be, as the address says it. */
export const EVIDENCE_KINDS = [
  { value: "document", label: "Documents" },
  { value: "lien", label: "Liens" },
  { value: "operation", label: "Chiffres de l’opération" },
];

type EvidenceFiltersProps = { collectivity: string; kind: string | undefined; search: string };

/** Narrows the proofs to one kind, and to those that say something. */
export function EvidenceFilters({ collectivity, kind, search }: EvidenceFiltersProps) {
  return (
    <search className={styles.filters} data-no-print>
      <FilterSelect label="Nature" param="nature" all="Toutes" options={EVIDENCE_KINDS} value={kind} />
      <form method="get" aria-label="Chercher une preuve">
        <input type="hidden" name="collectivite" value={collectivity} />
        {kind !== undefined && <input type="hidden" name="nature" value={kind} />}
        <TextInput
          key={search}
          type="search"
          name="recherche"
          label="Chercher"
          placeholder="titre, note ou action"
          defaultValue={search}
        />
      </form>
    </search>
  );
}
