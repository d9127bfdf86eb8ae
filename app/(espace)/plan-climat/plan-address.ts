import type { Route } from "next";

/** Where the actions of a plan are, narrowed by filters of its address. */
export function planAddress(collectivityId: string, filters: Readonly<Record<string, string>> = {}): Route {
  const query = new URLSearchParams({ collectivite: collectivityId, ...filters });
  return `/plan-climat?${query}#mesures` as Route;
}
