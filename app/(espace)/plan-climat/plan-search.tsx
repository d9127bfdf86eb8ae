"use client";

import { TextInput } from "@mantine/core";
import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useRef, useState, useTransition } from "react";

const PARAM = "q";
const TYPING_MS = 300;

/** Looks for a number or words of a title; the address carries them, so that a link keeps them. */
export function PlanSearch() {
  const address = useSearchParams();
  const pathname = usePathname();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [search, setSearch] = useState(address.get(PARAM) ?? "");
  const timer = useRef<number>(undefined);

  function change(next: string) {
    setSearch(next);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const query = new URLSearchParams(window.location.search);
      if (next.trim() === "") query.delete(PARAM);
      else query.set(PARAM, next.trim());
      startTransition(() => router.replace(`${pathname}?${query}` as Route, { scroll: false }));
    }, TYPING_MS);
  }

  return (
    <TextInput
      type="search"
      label="Numéro ou mots du titre"
      value={search}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      aria-busy={isPending}
      data-no-print
    />
  );
}
