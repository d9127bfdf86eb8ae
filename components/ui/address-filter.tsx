"use client";

import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import type { ReactNode } from "react";

type AddressFilterProps = {
  label: string;
  /** What the address says besides, and keeps. */
  kept: Readonly<Record<string, string | undefined>>;
  children: ReactNode;
};

/** A plain form: the filter is in the address, so that it can be shared and printed. */
export function AddressFilter({ label, kept, children }: AddressFilterProps) {
  return (
    <form method="get" aria-label={label} data-no-print>
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Group align="flex-end">
        {children}
        <Button type="submit" variant="default">
          Filtrer
        </Button>
      </Group>
    </form>
  );
}

/** From which day to which, both included. */
export function FilteredDays({ du, au }: { du: string | undefined; au: string | undefined }) {
  return (
    <>
      <TextInput type="date" name="du" label="Du" defaultValue={du} />
      <TextInput type="date" name="au" label="Au" defaultValue={au} />
    </>
  );
}

export type FilterOption = readonly [value: string, label: string];

type FilteredChoiceProps = {
  name: string;
  label: string;
  value: string | undefined;
  /** What it says while nothing is chosen. */
  all: string;
  options: readonly FilterOption[];
};

/** One of these, or all. */
export function FilteredChoice({ name, label, value, all, options }: FilteredChoiceProps) {
  return (
    <NativeSelect
      name={name}
      label={label}
      defaultValue={value}
      data={[["", all] as const, ...options].map(([each, shown]) => ({ value: each, label: shown }))}
    />
  );
}

type FilteredPersonProps = {
  value: string | undefined;
  people: readonly { readonly id: string; readonly name: string }[];
  /** Ways by which nobody did it himself. */
  ways?: readonly FilterOption[];
};

/** Who did it. */
export function FilteredPerson({ value, people, ways = [] }: FilteredPersonProps) {
  const options = [...people.map(({ id, name }) => [id, name] as const), ...ways];
  return <FilteredChoice name="qui" label="Qui" value={value} all="Tout le monde" options={options} />;
}
