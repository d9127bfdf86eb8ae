"use client";

import { useEffect, useRef } from "react";
import type { FieldValues } from "@/components/operations/field-spec";

const KEY = "prorata.nouvelle-operation";

/**
 * Keeps what is typed in the browser's tab, so that a reload or an expired session loses none of it.
 *
 * @param restore - Called once with what was kept.
 * @returns Forgets it, once it is saved for good.
 */
export function useKeptDraft(values: FieldValues, restore: (kept: FieldValues) => void): () => void {
  const isRestored = useRef(false);
  const isForgotten = useRef(false);

  useEffect(() => {
    if (!isRestored.current) {
      isRestored.current = true;
      const kept = readDraft();
      if (kept) restore(kept);
      return;
    }
    if (!isForgotten.current) sessionStorage.setItem(KEY, JSON.stringify(values));
  }, [values, restore]);

  return () => {
    isForgotten.current = true;
    sessionStorage.removeItem(KEY);
  };
}

function readDraft(): FieldValues | null {
  const text = sessionStorage.getItem(KEY);
  if (text === null) return null;
  try {
    return JSON.parse(text) as FieldValues;
  } catch {
    return null; // written by another version, or by hand
  }
}
