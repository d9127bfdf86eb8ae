import type { Route } from "next";

/** A screen of the trail with its search; what is not looked for does not stand in it. */
export function journalAddress(address: string, search: Readonly<Record<string, string | undefined>>): Route {
  const given = Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return (given.length > 0 ? `${address}?${new URLSearchParams(given)}` : address) as Route;
}
