"use client";

import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** The rows to render, half-open, and the heights that stand for the others. [px] */
export type RowWindow = { first: number; last: number; before: number; after: number };

const BLOCK = 20; // rows: the window moves by blocks, so that most scrolls render nothing

/**
 * Which rows of a long table to render: those in sight and a block around them.
 *
 * All of them under `threshold`, and on paper. Rows must have the one height `rowHeight`. [px]
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  { count, rowHeight, threshold }: { count: number; rowHeight: number; threshold: number },
): RowWindow {
  const [block, setBlock] = useState(0);
  const [blocksInSight, setBlocksInSight] = useState(2);
  const isPrinting = useIsPrinting();
  const isWindowed = count > threshold && !isPrinting;

  useEffect(() => {
    const element = scroller.current;
    if (!element || !isWindowed) return;
    const update = () => {
      setBlock(Math.floor(element.scrollTop / (rowHeight * BLOCK)));
      setBlocksInSight(Math.ceil(element.clientHeight / (rowHeight * BLOCK)) + 1);
    };
    update();
    element.addEventListener("scroll", update, { passive: true });
    window.addEventListener("resize", update);
    return () => {
      element.removeEventListener("scroll", update);
      window.removeEventListener("resize", update);
    };
  }, [scroller, isWindowed, rowHeight]);

  if (!isWindowed) return { first: 0, last: count, before: 0, after: 0 };
  const lastBlock = Math.max(0, Math.ceil(count / BLOCK) - blocksInSight); // a filter may have shortened the table
  const first = Math.max(0, Math.min(block, lastBlock) - 1) * BLOCK;
  const last = Math.min(count, (Math.min(block, lastBlock) + blocksInSight + 1) * BLOCK);
  return { first, last, before: first * rowHeight, after: (count - last) * rowHeight };
}

function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    // The browser takes its picture when the event returns: the rows must be there by then.
    const before = () => flushSync(() => setIsPrinting(true));
    const after = () => setIsPrinting(false);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  return isPrinting;
}
