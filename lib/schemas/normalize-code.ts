/** A code as it is compared, however it was typed: `abcde fghjk` is `ABCDE-FGHJK`, `123 456` is `123456`. */
export function normalizeCode(typed: string): string {
  const bare = typed.replaceAll(/[^0-9A-Za-z]/g, "").toUpperCase();
  return bare.length === 10 ? `${bare.slice(0, 5)}-${bare.slice(5)}` : bare;
}
