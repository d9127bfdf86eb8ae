import "server-only";
import { listKeyVersions, type RecordedKey } from "@/lib/data/coefficient-versions";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { type KeyState, keyState } from "@/lib/domain/coefficients/key-state";
import type { CivilDate } from "@/lib/domain/time/civil-date";

export type ShownVersion = RecordedKey & { readonly state: KeyState };

/** Every version of the key and where each stands on a day, latest first. */
export async function readKeyVersions(
  operationId: AuthorizedOperationId,
  day: CivilDate,
): Promise<readonly ShownVersion[]> {
  const versions = await listKeyVersions(operationId);
  return versions.map((version) => ({ ...version, state: keyState(version, day) }));
}
