import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { KeyVersion } from "./key-version";

type Placed = Pick<KeyVersion, "id" | "progress" | "from" | "toExclusive" | "isSuperseded">;

/**
 * The version that applies until another one does: the sent one of the day before, or the last one before it.
 *
 * @param versions - Of one operation, in any order.
 * @param id - The version that is to follow; it never precedes itself.
 * @returns Null when no version was sent for an earlier day: the DSO then applies its default one.
 */
export function keyBefore<T extends Placed>(versions: readonly T[], id: string, from: CivilDate): T | null {
  const earlier = versions.filter(
    (version) => version.id !== id && version.progress === "sent" && !version.isSuperseded && version.from < from,
  );
  return earlier.toSorted((a, b) => b.from.localeCompare(a.from))[0] ?? null;
}
