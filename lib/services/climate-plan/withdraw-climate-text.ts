import "server-only";
import { withdrawClimateReferential } from "@/lib/data/climate-referential-imports";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import { CAE } from "./read-climate-referential";

/** Goes back to the text shipped with the product; answers are by id and wait for a text that has their action. */
export async function withdrawClimateText(collectivityId: AuthorizedClimatePlanId, actor: Actor): Promise<void> {
  await withdrawClimateReferential(collectivityId, actor, CAE);
}
