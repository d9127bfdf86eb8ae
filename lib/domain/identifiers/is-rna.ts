/** Whether a text is an RNA number, which associations have: `W` and 9 digits. */
export function isRna(text: string): boolean {
  return /^W\d{9}$/.test(text);
}
