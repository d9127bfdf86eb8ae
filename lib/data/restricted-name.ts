/** What lists show instead of the name of whoever asked to be erased, and must still be kept (GDPR, art. 18). */
export const RESTRICTED_NAME = "Données restreintes";

/** Whether a participant is in no list by name. */
export function isNameRestricted({
  restrictedAt,
  erasedAt,
}: {
  readonly restrictedAt: Date | null;
  readonly erasedAt: Date | null;
}): boolean {
  return restrictedAt !== null && erasedAt === null;
}
