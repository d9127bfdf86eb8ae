/** Whether a text is the number of an operation: `ACC` and 8 digits. */
export function isAccNumber(text: string): boolean {
  return /^ACC\d{8}$/.test(text);
}
