import "server-only";
import { findLogo, findLogoOfOperation, type Logo, type LogoSheet } from "@/lib/data/collectivity-logos";
import type { AuthorizedCollectivityId, AuthorizedOperationId } from "@/lib/data/scope";

/** The logo of a collectivity; null without one. */
export async function readLogo(collectivityId: AuthorizedCollectivityId): Promise<Logo | null> {
  return findLogo(collectivityId);
}

/** The logo of the collectivity that runs an operation; null without one. */
export async function readLogoOfOperation(operationId: AuthorizedOperationId): Promise<Logo | null> {
  return findLogoOfOperation(operationId);
}

/** What is said of the logo of the collectivity that runs an operation, without its bytes; null without one. */
export async function readLogoSheet(operationId: AuthorizedOperationId): Promise<LogoSheet | null> {
  const logo = await findLogoOfOperation(operationId);
  if (!logo) return null;
  const { content: _, ...sheet } = logo;
  return sheet;
}
