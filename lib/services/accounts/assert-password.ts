import "server-only";
import { findPasswordFault } from "@/lib/domain/accounts/find-password-fault";
import { DomainError } from "@/lib/domain/errors";

/** @throws {DomainError} WEAK_PASSWORD, beside the field `password`. */
export function assertPassword(password: string, email: string): void {
  const fault = findPasswordFault(password, email);
  if (fault)
    throw new DomainError("WEAK_PASSWORD", `password refused: ${fault}`, { details: { field: "password", fault } });
}
