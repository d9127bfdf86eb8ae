import type { AccNumberHolder } from "@/lib/data/operation-sheets";
import { DomainError } from "@/lib/domain/errors";

/** The refusal of a number that is another operation's, which is named inside one's own collectivity only. */
export function accNumberTaken(holder: AccNumberHolder | null): DomainError {
  const details = { field: "accNumber", ...(holder?.name ? { holder: holder.name } : {}) };
  return new DomainError("ACC_NUMBER_TAKEN", "another operation has this number", { details });
}
