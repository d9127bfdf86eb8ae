"use client";

import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { AUDIT_TOPICS } from "@/lib/format/describe-audit-action";
import type { JournalSearch } from "@/lib/schemas/journal";

type JournalFilterProps = { search: JournalSearch; actors: readonly { id: string; name: string }[] };

/** A plain form: the filter is in the address, so that it can be shared and printed. */
export function JournalFilter({ search, actors }: JournalFilterProps) {
  return (
    <form method="get" aria-label="Filtrer le journal" data-no-print>
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
        <Button type="submit" variant="default">
          Filtrer
        </Button>
      </Group>
    </form>
  );
}
