import { ACCESS_ROLES, type AccessRole } from "./access-role";

/**
 * The role that counts in an operation: the higher of the one in its collectivity and the one in itself.
 *
 * @returns Null without either.
 */
export function higherRole(ofCollectivity: AccessRole | null, ofOperation: AccessRole | null): AccessRole | null {
  return ACCESS_ROLES.find((role) => role === ofCollectivity || role === ofOperation) ?? null;
}
