"use client";

import { Button, Group, NativeSelect } from "@mantine/core";
import { formatInstantDay } from "@/lib/format/format-instant";

type CompareFormProps = {
  collectivity: string;
  snapshots: readonly { id: string; name: string; takenAtMs: number }[];
  before?: string | undefined;
  after?: string | undefined;
};

/** A plain form: what is compared is in the address, so that it can be shared and printed. */
export function CompareForm({ collectivity, snapshots, before, after = "today" }: CompareFormProps) {
  const kept = snapshots.map(({ id, name, takenAtMs }) => ({
    value: id,
    label: `${name} (${formatInstantDay(takenAtMs)})`,
  }));
  const data = [{ value: "today", label: "Le plan d’aujourd’hui" }, ...kept];
  return (
    <form method="get" action="/plan-climat/instantanes/comparer" aria-label="Comparer deux états" data-no-print>
      <input type="hidden" name="collectivite" value={collectivity} />
      <Group align="flex-end">
        <NativeSelect name="avant" label="Avant" data={data} defaultValue={before} />
        <NativeSelect name="apres" label="Après" data={data} defaultValue={after} />
        <Button type="submit" variant="default">
          Comparer
        </Button>
      </Group>
    </form>
  );
}
