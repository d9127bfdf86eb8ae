import "server-only";
import {
  findPublishedOperation,
  listPublishedFactors,
  listPublishedMonths,
  listPublishedParties,
  type PublishedOperation,
} from "@/lib/data/published-operations";
import type { PublicFigures } from "@/lib/domain/publishing/public-figures";
import { composePublicFigures } from "./compose-public-figures";

/** What anybody may read of an operation; null for one that is unknown or not published. Four short queries. */
export async function readPublication(
  slug: string,
): Promise<{ readonly operation: PublishedOperation; readonly figures: PublicFigures } | null> {
  const operation = await findPublishedOperation(slug);
  if (!operation) return null;
  const [months, parties, factors] = await Promise.all([
    listPublishedMonths(operation.id),
    listPublishedParties(operation.id),
    listPublishedFactors(operation.id),
  ]);
  return { operation, figures: composePublicFigures(months, parties, factors) };
}
