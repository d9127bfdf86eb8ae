import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { type AuthorizedCollectivity, authorizeCollectivity, listGrantedCollectivities } from "./access";

export type ChosenCollectivity = {
  readonly collectivity: AuthorizedCollectivity;
  /** The others the person may look at. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
};

/**
 * The collectivity a page is about: the one its address names, else the first one of the signed-in person, who is sent to
 * the sign-in page otherwise. Null for somebody of none.
 */
export const requireCollectivity = cache(async (id: string | undefined): Promise<ChosenCollectivity | null> => {
  const granted = await listGrantedCollectivities("read");
  const chosen = id === undefined ? granted[0] : granted.find((each) => each.id === id);
  if (!chosen) {
    if (id !== undefined) notFound();
    return null;
  }
  const collectivity = await authorizeCollectivity(chosen.id, "read");
  return { collectivity, others: granted.filter((each) => each.id !== chosen.id) };
});
