import type { OtherAttachment } from "@/lib/data/other-attachments";
import { DomainError } from "@/lib/domain/errors";

/** The refusal of a PRM that another operation holds, which is named inside one's own collectivity only. */
export function heldElsewhere({ prm, operation }: OtherAttachment): DomainError {
  if (!operation) {
    return new DomainError("PRM_IN_OTHER_OPERATION", "held by another collectivity", {
      details: { prm, field: "prm" },
    });
  }
  const { name, accNumber, from, toExclusive } = operation;
  const details = {
    prm,
    field: "prm",
    operation: name,
    from,
    ...(accNumber === null ? {} : { accNumber }),
    ...(toExclusive === null ? {} : { toExclusive }),
  };
  return new DomainError("PRM_IN_OTHER_OPERATION", "held by another operation", { details });
}
