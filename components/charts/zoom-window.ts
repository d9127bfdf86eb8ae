import type { TimeWindow } from "./curve-plot-data";

const HOUR_MS = 3_600_000;
const MAX_MS = 366 * 24 * HOUR_MS;

/**
 * A window shortened or lengthened around an instant, or its middle.
 *
 * @param ratio - Of the new length to the old one.
 */
export function zoomWindow({ startMs, endMs }: TimeWindow, ratio: number, aroundMs: number | null): TimeWindow {
  const length = Math.max(HOUR_MS, Math.min(MAX_MS, (endMs - startMs) * ratio));
  const middle = aroundMs ?? (startMs + endMs) / 2;
  const share = (middle - startMs) / (endMs - startMs);
  const start = middle - length * share;
  return { startMs: start, endMs: start + length };
}

/** A window moved by a part of its length. */
export function moveWindow({ startMs, endMs }: TimeWindow, share: number): TimeWindow {
  const move = (endMs - startMs) * share;
  return { startMs: startMs + move, endMs: endMs + move };
}
