import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Attachment } from "./attachment";

/** Whether an attachment counts on a day; half-open, as the DSO's perimeter file has it (annexe 6). */
export function isAttachedOn({ from, toExclusive }: Pick<Attachment, "from" | "toExclusive">, day: CivilDate): boolean {
  return from <= day && (toExclusive === null || day < toExclusive);
}
