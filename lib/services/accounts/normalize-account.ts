/** An e-mail address as accounts are found by it: two ways to write it are one account, and one counter. */
export function normalizeAccount(email: string): string {
  return email.trim().toLowerCase();
}
