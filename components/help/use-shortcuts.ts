"use client";

import { useEffect } from "react";
import { readShortcut, type Shortcut } from "./read-shortcut";
import { areShortcutsOn } from "./shortcut-preference";

// What types, or has keys of its own: a letter there is no shortcut.
const TAKES_KEYS =
  "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable], [role=textbox], " +
  "[role=combobox], [role=listbox], [role=menu], [role=dialog], dialog";

/** Listens for `?`, `/` and `g` with a letter. Keys with Ctrl, Alt or the like belong to the browser and its readers. */
export function useShortcuts(openHelp: () => void): void {
  useEffect(() => {
    let goAtMs = Number.NEGATIVE_INFINITY;
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === "Shift") return; // on its way to « ? »
      const shortcut = readShortcut(event.key, event.timeStamp - goAtMs);
      goAtMs = Number.NEGATIVE_INFINITY;
      if (isForOthers(event)) return;
      if (shortcut.act === "wait") goAtMs = event.timeStamp;
      else if (answer(shortcut, openHelp)) event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [openHelp]);
}

function isForOthers(event: KeyboardEvent): boolean {
  if (!areShortcutsOn() || event.defaultPrevented || event.isComposing || event.repeat) return true;
  if (event.ctrlKey || event.altKey || event.metaKey) return true;
  return event.target instanceof Element && event.target.closest(TAKES_KEYS) !== null;
}

/** True when the key found something to do. */
function answer(shortcut: Shortcut, openHelp: () => void): boolean {
  if (shortcut.act === "help") {
    openHelp();
    return true;
  }
  const target =
    shortcut.act === "go"
      ? document.querySelector<HTMLElement>(`a[data-go="${shortcut.letter}"]`)
      : document.querySelector<HTMLElement>("main input[type=search]");
  if (shortcut.act === "go") target?.click();
  else if (shortcut.act === "search") target?.focus();
  return shortcut.act !== "none" && target !== null;
}
