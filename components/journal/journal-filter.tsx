"use client";

import { AddressFilter, FilteredChoice, FilteredDays, FilteredPerson } from "@/components/ui/address-filter";
import { AUDIT_OBJECT_WORDS } from "@/lib/format/audit-object-words";
import { AUDIT_TOPICS } from "@/lib/format/describe-audit-action";
import type { JournalSearch } from "@/lib/schemas/journal";

type JournalFilterProps = {
  search: JournalSearch;
  actors: readonly { id: string; name: string }[];
  /** What the address says besides, and keeps. */
  kept: Readonly<Record<string, string>>;
};

const WAYS = [
  ["api_key", "Par une clé d’API"],
  ["job", "Par une tâche"],
  ["cli", "En ligne de commande"],
] as const;

const OBJECTS = Object.entries(AUDIT_OBJECT_WORDS).sort(([, a], [, b]) => a.localeCompare(b, "fr"));

/** Days, who did what, and to which kind of object. */
export function JournalFilter({ search, actors, kept }: JournalFilterProps) {
  return (
    <AddressFilter label="Filtrer le journal" kept={{ ...kept, id: search.id }}>
      <FilteredDays du={search.du} au={search.au} />
      <FilteredPerson value={search.qui} people={actors} ways={WAYS} />
      <FilteredChoice name="quoi" label="Quoi" value={search.quoi} all="Tout" options={Object.entries(AUDIT_TOPICS)} />
      <FilteredChoice name="objet" label="Objet" value={search.objet} all="Tous" options={OBJECTS} />
    </AddressFilter>
  );
}
