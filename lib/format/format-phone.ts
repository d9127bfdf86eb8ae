/**
 * A French number in pairs; another text as it is.
 *
 * @example
 * formatPhone("0468920010"); // => "04 68 92 00 10", with no-break spaces
 */
export function formatPhone(phone: string): string {
  return /^\d{10}$/.test(phone) ? (phone.match(/\d{2}/g) ?? []).join("\u00a0") : phone;
}
