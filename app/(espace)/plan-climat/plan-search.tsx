"use client";

import { TextInput } from "@mantine/core";
import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";

const PARAM = "q";
const TYPING_MS = 300;

/** Looks for a number or words of a title; the address carries them, so that a link keeps them. */
export function PlanSearch() {
  const address = useSearchParams();
  const pathname = usePathname();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const sought = address.get(PARAM) ?? "";
  const [search, setSearch] = useState(sought);
  const written = useRef(sought);
  const timer = useRef<number>(undefined);

  // A link that shows everything empties the field too; what is being typed is ahead of the address.
  useEffect(() => {
    if (sought === written.current) return;
    written.current = sought;
    setSearch(sought);
  }, [sought]);

  function change(next: string) {
    setSearch(next);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const query = new URLSearchParams(window.location.search);
      written.current = next.trim();
      if (written.current === "") query.delete(PARAM);
      else query.set(PARAM, written.current);
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
