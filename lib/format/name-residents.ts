import { formatCount } from "./format-number";

/** The one line of residents, with the sites that were put there so that nobody stands alone. */
export function nameResidents({ siteCount }: { readonly siteCount: number }): string {
  return siteCount === 0
    ? "Habitants, ensemble"
    : `Habitants et ${formatCount(siteCount, "autre site", "autres sites")}, ensemble`;
}
