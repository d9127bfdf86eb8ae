/** What a key asks for, when it is pressed outside of whatever takes text. */
export type Shortcut =
  | { readonly act: "help" }
  | { readonly act: "search" }
  /** The next letter says which room. */
  | { readonly act: "wait" }
  | { readonly act: "go"; readonly letter: string }
  | { readonly act: "none" };

/** How long `g` waits for its letter, in ms. */
const PATIENCE_MS = 1500;

/**
 * @param key - As the browser names it: `?` and `/` are where the keyboard's own layout puts them.
 * @param sinceGoMs - Time since `g` was pressed; `Infinity` when it was not.
 */
export function readShortcut(key: string, sinceGoMs: number): Shortcut {
  if (sinceGoMs < PATIENCE_MS && /^[a-z]$/i.test(key)) {
    return { act: "go", letter: key.toLowerCase() };
  }
  if (key === "?") return { act: "help" };
  if (key === "/") return { act: "search" };
  return key === "g" ? { act: "wait" } : { act: "none" };
}
