import "server-only";
import { findKeyVersion, listKeyVersions, type RecordedKey } from "@/lib/data/coefficient-versions";
import type { OperationSheet } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import type { UnitPpm } from "@/lib/domain/coefficients/key-version";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { createKeyDraft } from "./create-key-draft";
import { readPointNames } from "./read-point-names";
import { updateKeyDraft } from "./update-key-draft";

export type PutKey = {
  readonly kind: CoefficientKind;
  readonly from: CivilDate;
  /** Of a percentage: 0 to 4. */
  readonly decimals: number;
  readonly reason: string | null;
  /** Static only, by PRM. [ppm] */
  readonly ppm: Readonly<Record<string, number>>;
};

/**
 * Makes the draft of a key for a first day what a machine says: the one that is there is written over, so that saying it
 * twice is saying it once. People announce and send it.
 *
 * @throws {DomainError} as `checkKey`.
 */
export async function putKey(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  actor: Actor,
  { ppm, decimals, ...key }: PutKey,
): Promise<RecordedKey> {
  const names = await readPointNames(operation.id);
  const ppmByConsumer = new Map(Object.entries(ppm).map(([prm, value]) => [names.idOf(prm, "consumer"), value]));
  const unitPpm = (10 ** (4 - decimals)) as UnitPpm;
  const draft = { ...key, unitPpm, ppmByConsumer, rule: null, sourceKeyId: null };
  const versions = await listKeyVersions(operation.id);
  const former = versions.find(
    ({ progress, isSuperseded, from }) => progress === "draft" && !isSuperseded && from === key.from,
  );
  if (former) await updateKeyDraft(operation, actor, former.id, draft);
  const id = former?.id ?? (await createKeyDraft(operation, actor, draft));
  return findKeyVersion(operation.id, id);
}
