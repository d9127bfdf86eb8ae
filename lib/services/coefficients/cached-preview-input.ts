import "server-only";
import { findCurvesStamp } from "@/lib/data/curves-stamp";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { type PreviewInput, readPreviewInput } from "./read-preview-input";

/** Two operations of a thousand metering points, or dozens of usual ones. */
const MAX_BYTES = 160_000_000;

type Kept = { readonly stamp: string; readonly input: Promise<PreviewInput>; bytes: number };

// The oldest use comes first.
const kept = new Map<string, Kept>();

/**
 * What {@link readPreviewInput} reads, kept in this process between two trials of a key.
 *
 * Never stale: what is kept carries the stamp read before it, and is given while the stamp is still the same. Bounded:
 * what was used longest ago goes first.
 */
export async function cachedPreviewInput(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  day: CivilDate,
): Promise<{ readonly stamp: string; readonly input: PreviewInput }> {
  const stamp = `${day} ${await findCurvesStamp(operation.id)}`;
  const found = kept.get(operation.id);
  kept.delete(operation.id);
  const entry = found?.stamp === stamp ? found : { stamp, input: readPreviewInput(operation, day), bytes: 0 };
  kept.set(operation.id, entry);
  try {
    const input = await entry.input;
    entry.bytes = sizeOf(input);
    forgetOldest();
    return { stamp, input };
  } catch (error) {
    if (kept.get(operation.id) === entry) kept.delete(operation.id);
    throw error;
  }
}

function sizeOf({ basis }: PreviewInput): number {
  return [...basis.production, ...basis.withdrawal].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function forgetOldest(): void {
  let bytes = [...kept.values()].reduce((sum, entry) => sum + entry.bytes, 0);
  for (const [operationId, entry] of kept) {
    if (bytes <= MAX_BYTES) return;
    kept.delete(operationId);
    bytes -= entry.bytes;
  }
}
