import "server-only";
import { emptyOldAccountLinks } from "@/lib/data/account-link-emptying";

/** Empties links that have been over for 30 days of the name and the address they were for; says how many. */
export function emptyOldLinks(now: Date): Promise<number> {
  return emptyOldAccountLinks(now);
}
