import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { now } from "./now";

/** The civil day it is in Paris, for the request being answered. */
export async function today(): Promise<CivilDate> {
  return parisCivilDate((await now()).getTime());
}
