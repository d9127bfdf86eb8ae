"use client";

import { Button, Group, NativeSelect } from "@mantine/core";

type VersionFormsProps = {
  /** Latest first. */
  versions: readonly number[];
  was: number | undefined;
  is: number | undefined;
  again: number | undefined;
};

/** Chooses what to compare: the address says it, so that a comparison can be sent to somebody. */
export function VersionForms({ versions, was, is, again }: VersionFormsProps) {
  const options = versions.map((version) => ({ value: String(version), label: `Version ${version}` }));
  const [latest, before] = [versions[0], versions[1]];
  return (
    <Group align="flex-end" gap="xl" mt="md" data-no-print>
      <form method="get" aria-label="Recalculer et comparer">
        <Group align="flex-end" gap="sm">
          <NativeSelect
            name="recalculer"
            label="Version à recalculer"
            data={options}
            defaultValue={String(again ?? latest)}
          />
          <Button type="submit">Recalculer et comparer</Button>
        </Group>
      </form>
      {before !== undefined && (
        <form method="get" aria-label="Comparer deux versions">
          <Group align="flex-end" gap="sm">
            <NativeSelect name="de" label="Comparer" data={options} defaultValue={String(was ?? before)} />
            <NativeSelect name="a" label="avec" data={options} defaultValue={String(is ?? latest)} />
            <Button type="submit" variant="default">
              Comparer les deux versions
            </Button>
          </Group>
        </form>
      )}
    </Group>
  );
}
