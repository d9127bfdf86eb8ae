import "server-only";
import { connection } from "next/server";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";

/** The civil day it is in Paris, for the request being answered. */
export async function today(): Promise<CivilDate> {
  await connection(); // the clock belongs to the request: nothing that reads it may be rendered at build time
  return parisCivilDate(Date.now());
}
