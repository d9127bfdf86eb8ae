"use client";

import { NativeSelect } from "@mantine/core";
import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";

export type FilterSelectProps = {
  label: string;
  /** The search parameter that carries the choice, so that a link keeps it. */
  param: string;
  /** What all of them are called, then each choice; without it one of them is always chosen. */
  all?: string;
  options: readonly { readonly value: string; readonly label: string }[];
  value: string | undefined;
};

/** Narrows a list to one kind of rows. */
export function FilterSelect({ label, param, all, options, value }: FilterSelectProps) {
  const [isPending, startTransition] = useTransition();
  const router = useRouter();
  const pathname = usePathname();
  const search = useSearchParams();

  function choose(next: string) {
    const query = new URLSearchParams(search);
    if (next === "") query.delete(param);
    else query.set(param, next);
    startTransition(() => router.replace(`${pathname}?${query}` as Route, { scroll: false }));
  }

  return (
    <NativeSelect
      label={label}
      data={[...(all === undefined ? [] : [{ value: "", label: all }]), ...options]}
      value={value ?? ""}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      aria-busy={isPending}
      // On paper a choice says what the list is narrowed to; no choice says nothing.
      wrapperProps={{ "data-no-print": value ? undefined : true }}
    />
  );
}
