"use client";

import { TextInput } from "@mantine/core";
import { AddressFilter, FilteredChoice, FilteredDays, FilteredPerson } from "@/components/ui/address-filter";
import { PLAN_CHANGE_WORDS } from "@/lib/format/describe-plan-change";
import type { PlanHistorySearch } from "@/lib/schemas/climate-history";

type HistoryFilterProps = { search: PlanHistorySearch; authors: readonly { id: string; name: string }[] };

/** Which action, what was changed, by whom and when. */
export function HistoryFilter({ search, authors }: HistoryFilterProps) {
  return (
    <AddressFilter label="Filtrer l’historique" kept={{ collectivite: search.collectivite }}>
      <TextInput name="action" label="Action ou mesure" placeholder="3.1.1.5" defaultValue={search.action} w="9rem" />
      <FilteredChoice
        name="quoi"
        label="Quoi"
        value={search.quoi}
        all="Tout"
        options={Object.entries(PLAN_CHANGE_WORDS)}
      />
      <FilteredPerson value={search.qui} people={authors} />
      <FilteredDays du={search.du} au={search.au} />
    </AddressFilter>
  );
}
