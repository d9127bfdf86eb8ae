"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { ActionState } from "@/lib/schemas/action-state";

export type SaveQueue<T> = {
  readonly isSaving: boolean;
  /** Why what was changed is not saved yet; null when it is, or is on its way. */
  readonly failure: string | null;
  /** Saves what was changed of some actions, by id, once nothing more is changed for a while. */
  readonly add: (changes: ReadonlyMap<string, T>, waitMs?: number) => void;
  /** Saves at once what waits: for another try, or when one leaves a field. */
  readonly send: () => void;
  /** Gives up what waits. */
  readonly forget: () => void;
};

type SaveQueueOptions<T> = {
  /** Where what waits is kept until it is saved, so that a reload loses nothing; null: nothing may be saved. */
  readonly storageKey: string | null;
  readonly save: (batch: readonly (readonly [string, T])[]) => Promise<ActionState>;
  /** What two changes of one action come to. */
  readonly merge: (earlier: T, later: T) => T;
  /** Called once with what an earlier look at the page could not save. */
  readonly onRestore: (changes: ReadonlyMap<string, T>) => void;
};

const UNREACHABLE =
  "Le serveur ne répond pas : vérifiez votre connexion, puis réessayez. Rien n’est perdu tant que cet onglet reste ouvert.";

/**
 * Saves changes one batch after the other, behind what is shown.
 *
 * What could not be saved waits, and goes with the next try; the tab keeps it if the page is left or loaded again.
 */
export function useSaveQueue<T>({ storageKey, save, merge, onRestore }: SaveQueueOptions<T>): SaveQueue<T> {
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const waiting = useRef<ReadonlyMap<string, T>>(new Map());
  const isSending = useRef(false);
  const timer = useRef<number>(undefined);

  async function send() {
    window.clearTimeout(timer.current);
    if (isSending.current) return;
    isSending.current = true;
    setIsSaving(waiting.current.size > 0);
    while (waiting.current.size > 0) {
      const batch = waiting.current;
      waiting.current = new Map();
      const reason = await reasonOf(() => save([...batch]));
      setFailure(reason);
      // What was changed since counts more.
      if (reason !== null) waiting.current = mergeMaps(batch, waiting.current, merge);
      keep(storageKey, waiting.current);
      if (reason !== null) break;
    }
    isSending.current = false;
    setIsSaving(false);
  }

  function add(changes: ReadonlyMap<string, T>, waitMs = 0) {
    waiting.current = mergeMaps(waiting.current, changes, merge);
    keep(storageKey, mergeMaps(readKept<T>(storageKey), changes, merge));
    window.clearTimeout(timer.current);
    if (waitMs === 0) void send();
    else timer.current = window.setTimeout(() => void send(), waitMs);
  }

  function forget() {
    waiting.current = new Map();
    keep(storageKey, waiting.current);
    setFailure(null);
  }

  const restore = useEffectEvent(() => {
    const kept = readKept<T>(storageKey);
    if (kept.size === 0) return;
    onRestore(kept);
    add(kept);
  });
  const sendLast = useEffectEvent(() => void send());
  useEffect(() => {
    restore();
    return () => sendLast();
  }, []);

  useEffect(() => {
    if (failure === null) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [failure]);

  return { isSaving, failure, add, send: () => void send(), forget };
}

/** Why a batch could not be saved; null when it was. */
async function reasonOf(save: () => Promise<ActionState>): Promise<string | null> {
  try {
    const state = await save();
    return state.status === "failed" ? state.message : null;
  } catch {
    return UNREACHABLE;
  }
}

function mergeMaps<T>(
  earlier: ReadonlyMap<string, T>,
  later: ReadonlyMap<string, T>,
  merge: (earlier: T, later: T) => T,
): ReadonlyMap<string, T> {
  const merged = new Map(earlier);
  for (const [id, change] of later) {
    const before = merged.get(id);
    // Last in the order too: what was changed last is written last.
    merged.delete(id);
    merged.set(id, before === undefined ? change : merge(before, change));
  }
  return merged;
}

function keep<T>(storageKey: string | null, changes: ReadonlyMap<string, T>): void {
  if (storageKey === null) return;
  if (changes.size === 0) sessionStorage.removeItem(storageKey);
  else sessionStorage.setItem(storageKey, JSON.stringify([...changes]));
}

function readKept<T>(storageKey: string | null): ReadonlyMap<string, T> {
  const text = storageKey === null ? null : sessionStorage.getItem(storageKey);
  return new Map(text === null ? [] : (JSON.parse(text) as [string, T][]));
}
