"use client";

import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { PLAN_CHANGE_WORDS } from "@/lib/format/describe-plan-change";
import type { PlanHistorySearch } from "@/lib/schemas/climate-history";

type HistoryFilterProps = { search: PlanHistorySearch; authors: readonly { id: string; name: string }[] };

/** A plain form: the filter is in the address, so that it can be shared and printed. */
export function HistoryFilter({ search, authors }: HistoryFilterProps) {
  return (
    <form method="get" aria-label="Filtrer l’historique" data-no-print>
      <input type="hidden" name="collectivite" value={search.collectivite} />
      <Group align="flex-end">
        <TextInput name="action" label="Action ou mesure" placeholder="3.1.1.5" defaultValue={search.action} w="9rem" />
        <NativeSelect
          name="quoi"
          label="Quoi"
          defaultValue={search.quoi}
          data={[
            { value: "", label: "Tout" },
            ...Object.entries(PLAN_CHANGE_WORDS).map(([value, label]) => ({ value, label })),
          ]}
        />
        <NativeSelect
          name="qui"
          label="Qui"
          defaultValue={search.qui}
          data={[{ value: "", label: "Tout le monde" }, ...authors.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <TextInput type="date" name="du" label="Du" defaultValue={search.du} />
        <TextInput type="date" name="au" label="Au" defaultValue={search.au} />
        <Button type="submit" variant="default">
          Filtrer
        </Button>
      </Group>
    </form>
  );
}
