const NAME = "prorata-shortcuts";
const CHANGED = "prorata-shortcuts-changed";

/** Whether shortcuts of one key are wanted in this browser (WCAG 2.1.4 asks that they can be switched off). */
export function areShortcutsOn(): boolean {
  try {
    return window.localStorage.getItem(NAME) !== "off";
  } catch {
    return true; // a browser that keeps nothing
  }
}

/** Keeps the choice in this browser, and tells the screens that show it. */
export function setShortcutsOn(isOn: boolean): void {
  try {
    if (isOn) window.localStorage.removeItem(NAME);
    else window.localStorage.setItem(NAME, "off");
  } catch {
    // Nothing can be kept: the choice ends with the page.
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** Calls back when the choice changes, in another tab too; the answer ends it. */
export function watchShortcuts(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  window.addEventListener("storage", onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    window.removeEventListener("storage", onChange);
  };
}
