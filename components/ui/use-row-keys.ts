"use client";

import { type KeyboardEvent, type RefObject, useCallback } from "react";

const PAGE = 10; // rows

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
        // Two frames: the scroll is heard in the first, its rows are there in the second.
        requestAnimationFrame(() => requestAnimationFrame(() => focusRow(element, position)));
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

function focusRow(scroller: HTMLElement, position: number): boolean {
  const link = scroller.querySelector<HTMLElement>(`a[data-position="${position}"]`);
  link?.focus();
  return link !== null;
}
