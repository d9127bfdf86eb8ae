"use client";

import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { CONSULTATION_WORDS } from "@/lib/format/consultation-words";
import type { ConsultationSearch } from "@/lib/schemas/consultations";

type ConsultationFilterProps = {
  search: ConsultationSearch;
  actors: readonly { id: string; name: string }[];
  /** What the address says besides, and keeps. */
  kept: Readonly<Record<string, string>>;
};

/** A plain form: the filter is in the address, so that it can be shared and printed. */
export function ConsultationFilter({ search, actors, kept }: ConsultationFilterProps) {
  return (
    <form method="get" aria-label="Filtrer les consultations" data-no-print>
      {Object.entries({ ...kept, id: search.id ?? "" }).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Group align="flex-end">
        <TextInput type="date" name="du" label="Du" defaultValue={search.du} />
        <TextInput type="date" name="au" label="Au" defaultValue={search.au} />
        <NativeSelect
          name="qui"
          label="Qui"
          defaultValue={search.qui}
          data={[
            { value: "", label: "Tout le monde" },
            ...actors.map(({ id, name }) => ({ value: id, label: name })),
            { value: "api_key", label: "Par une clé d’API" },
          ]}
        />
        <NativeSelect
          name="vu"
          label="Ce qui a été vu"
          defaultValue={search.vu}
          data={[
            { value: "", label: "Tout" },
            ...Object.entries(CONSULTATION_WORDS).map(([value, label]) => ({ value, label })),
          ]}
        />
        <Button type="submit" variant="default">
          Filtrer
        </Button>
      </Group>
    </form>
  );
}
