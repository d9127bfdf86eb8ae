"use client";

import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { AUDIT_OBJECT_WORDS } from "@/lib/format/audit-object-words";
import { AUDIT_TOPICS } from "@/lib/format/describe-audit-action";
import type { JournalSearch } from "@/lib/schemas/journal";

type JournalFilterProps = {
  search: JournalSearch;
  actors: readonly { id: string; name: string }[];
  /** What the address says besides, and keeps. */
  kept: Readonly<Record<string, string>>;
};

const OBJECTS = Object.entries(AUDIT_OBJECT_WORDS)
  .map(([value, label]) => ({ value, label }))
  .sort((a, b) => a.label.localeCompare(b.label, "fr"));

/** A plain form: the filter is in the address, so that it can be shared and printed. */
export function JournalFilter({ search, actors, kept }: JournalFilterProps) {
  return (
    <form method="get" aria-label="Filtrer le journal" data-no-print>
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
            { value: "job", label: "Par une tâche" },
            { value: "cli", label: "En ligne de commande" },
          ]}
        />
        <NativeSelect
          name="quoi"
          label="Quoi"
          defaultValue={search.quoi}
          data={[
            { value: "", label: "Tout" },
            ...Object.entries(AUDIT_TOPICS).map(([value, label]) => ({ value, label })),
          ]}
        />
        <NativeSelect
          name="objet"
          label="Objet"
          defaultValue={search.objet}
          data={[{ value: "", label: "Tous" }, ...OBJECTS]}
        />
        <Button type="submit" variant="default">
          Filtrer
        </Button>
      </Group>
    </form>
  );
}
