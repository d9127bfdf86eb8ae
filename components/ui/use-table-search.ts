"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";

/** What a table is filtered by; with `param` the address carries it, and the server is not asked again. */
export function useTableSearch(param: string | undefined): readonly [string, (search: string) => void] {
  const address = useSearchParams();
  const [search, setSearch] = useState((param && address.get(param)) ?? "");

  function change(next: string) {
    setSearch(next);
    if (!param) return;
    const query = new URLSearchParams(window.location.search);
    if (next === "") query.delete(param);
    else query.set(param, next);
    window.history.replaceState(null, "", `${window.location.pathname}${query.size > 0 ? `?${query}` : ""}`);
  }

  return [search, change];
}
