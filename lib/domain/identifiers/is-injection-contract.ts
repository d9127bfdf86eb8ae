/** Whether a text is the reference of an access contract in injection: 10 digits. */
export function isInjectionContract(text: string): boolean {
  return /^\d{10}$/.test(text);
}
