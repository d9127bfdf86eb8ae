import "server-only";
import {
  findPublishedOperation,
  listPublishedMonths,
  listPublishedParties,
  type PublishedOperation,
} from "@/lib/data/published-operations";
import { composePublicFigures } from "./compose-public-figures";
import type { PublicFigures } from "./public-figures";

/** What anybody may read of an operation; null for one that is unknown or not published. Three short queries. */
export async function readPublication(
  slug: string,
): Promise<{ readonly operation: PublishedOperation; readonly figures: PublicFigures } | null> {
  const operation = await findPublishedOperation(slug);
  if (!operation) return null;
  const [months, parties] = await Promise.all([listPublishedMonths(operation.id), listPublishedParties(operation.id)]);
  return { operation, figures: composePublicFigures(months, parties) };
}
