"use client";

import { type KeyboardEvent, type RefObject, useCallback } from "react";

const PAGE = 10; // rows
const PATIENCE = 30; // frames

/** The arrows, Page, Home and End move from the link of a row to that of another, rendered yet or not. */
export function useRowKeys(
  scroller: RefObject<HTMLElement | null>,
  { count, rowHeight }: { count: number; rowHeight: number },
): (event: KeyboardEvent) => void {
  return useCallback(
    (event) => {
      const from = (event.target as HTMLElement).closest<HTMLElement>("a[data-position]")?.dataset.position;
      const to = from === undefined ? undefined : KEYS[event.key]?.(Number(from), count - 1);
      const element = scroller.current;
      if (to === undefined || !element) return;
      event.preventDefault();
      const position = Math.max(0, Math.min(count - 1, to));
      if (!focusRow(element, position)) {
        element.scrollTop = Math.max(0, position * rowHeight - element.clientHeight / 2);
        element.focus(); // the link one leaves is about to go: keys must still be heard here
        focusWhenRendered(element, position, PATIENCE);
      }
    },
    [scroller, count, rowHeight],
  );
}

const KEYS: Readonly<Record<string, (position: number, last: number) => number>> = {
  ArrowDown: (position) => position + 1,
  ArrowUp: (position) => position - 1,
  PageDown: (position) => position + PAGE,
  PageUp: (position) => position - PAGE,
  Home: () => 0,
  End: (_position, last) => last,
};

/** The scroll has to be heard and its rows rendered: a frame or two, more on a slow machine. */
function focusWhenRendered(scroller: HTMLElement, position: number, framesLeft: number): void {
  requestAnimationFrame(() => {
    if (!focusRow(scroller, position) && framesLeft > 0) focusWhenRendered(scroller, position, framesLeft - 1);
  });
}

function focusRow(scroller: HTMLElement, position: number): boolean {
  const link = scroller.querySelector<HTMLElement>(`a[data-position="${position}"]`);
  link?.focus();
  return link !== null;
}
