import "server-only";
import { type AuthorizedCollectivity, authorizeCollectivity, listGrantedCollectivities } from "./access";

export type AdministeredCollectivity = {
  readonly collectivity: AuthorizedCollectivity;
  /** The others he administers. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
};

/**
 * The collectivity whose trail a page shows: the one its address names, else the first one the signed-in person
 * administers, who is sent to the sign-in page otherwise. Null for who administers none, or not that one.
 */
export async function requireAdministeredCollectivity(
  id: string | readonly string[] | undefined,
): Promise<AdministeredCollectivity | null> {
  const administered = await listGrantedCollectivities("administer");
  const chosen = id === undefined ? administered[0] : administered.find((each) => each.id === id);
  if (!chosen) return null;
  const collectivity = await authorizeCollectivity(chosen.id, "administer");
  return { collectivity, others: administered.filter((each) => each.id !== chosen.id) };
}
