import "server-only";
import type { AuthorizedOperation } from "./access";
import { AccessError } from "./access-error";

/**
 * The operations of one collectivity, among those a caller may read; all of them when none is named.
 *
 * @throws {AccessError} NOT_FOUND when he reads nothing of it: unknown and somebody else's answer alike.
 */
export function narrowToCollectivity(
  operations: readonly AuthorizedOperation[],
  collectivityId: string | undefined,
): readonly AuthorizedOperation[] {
  if (collectivityId === undefined) return operations;
  const own = operations.filter(({ collectivity }) => collectivity.id === collectivityId);
  if (own.length === 0) throw new AccessError("NOT_FOUND");
  return own;
}
