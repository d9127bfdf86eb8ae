"use client";

import { AddressFilter, FilteredChoice, FilteredDays, FilteredPerson } from "@/components/ui/address-filter";
import { CONSULTATION_WORDS } from "@/lib/format/consultation-words";
import type { ConsultationSearch } from "@/lib/schemas/consultations";

type ConsultationFilterProps = {
  search: ConsultationSearch;
  actors: readonly { id: string; name: string }[];
  /** What the address says besides, and keeps. */
  kept: Readonly<Record<string, string>>;
};

/** Days, who looked and at what. */
export function ConsultationFilter({ search, actors, kept }: ConsultationFilterProps) {
  return (
    <AddressFilter label="Filtrer les consultations" kept={{ ...kept, id: search.id }}>
      <FilteredDays du={search.du} au={search.au} />
      <FilteredPerson value={search.qui} people={actors} ways={[["api_key", "Par une clé d’API"]]} />
      <FilteredChoice
        name="vu"
        label="Ce qui a été vu"
        value={search.vu}
        all="Tout"
        options={Object.entries(CONSULTATION_WORDS)}
      />
    </AddressFilter>
  );
}
