import { type KeyboardEvent, type PointerEvent, useState } from "react";
import type { CurvePlotData, TimeWindow } from "./curve-plot-data";
import { describeStretch } from "./describe-stretch";
import { moveWindow, zoomWindow } from "./zoom-window";

const MIN_DRAG = 8; // px: less is a click

// By how many stretches each key moves.
const MOVES: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -24,
  PageDown: 24,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

type Options = {
  data: CurvePlotData;
  window: TimeWindow;
  label: string;
  toMs: (x: number) => number;
  onZoom: ((window: TimeWindow) => void) | undefined;
  /** The part of the plot being dragged over. [px] */
  onSelect: (selection: readonly [number, number] | null) => void;
};

/**
 * The place in time one reads: under the pointer, or where the arrows left it. A drag zooms on what it covers; `+` and
 * `−` zoom, arrows with the upper-case key move the window, Escape lets go.
 */
export function useCurveCursor({ data, window, label, toMs, onZoom, onSelect }: Options) {
  const [index, setIndex] = useState<number | null>(null);
  const [dragX, setDragX] = useState<number | null>(null);
  const shown = index !== null && index < data.startsMs.length ? index : null;

  function onKeyDown(event: KeyboardEvent) {
    const zoomed = onZoom && zoomOf(event, window, shown === null ? null : (data.startsMs[shown] ?? null));
    const step = MOVES[event.key];
    if (zoomed) onZoom(zoomed);
    else if (event.key === "Escape") setIndex(null);
    else if (step !== undefined) setIndex(clampIndex((shown ?? firstShown(data, window)) + step, data.startsMs.length));
    else return;
    event.preventDefault();
  }

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const x = xOf(event);
    setIndex(indexAt(data, toMs(x)));
    if (dragX !== null) onSelect([dragX, x]);
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (!onZoom || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragX(xOf(event));
  }

  function onPointerUp(event: PointerEvent<HTMLElement>) {
    const [from, to] = [dragX, xOf(event)];
    setDragX(null);
    onSelect(null);
    if (!onZoom || from === null || Math.abs(to - from) < MIN_DRAG) return;
    onZoom({ startMs: toMs(Math.min(from, to)), endMs: toMs(Math.max(from, to)) });
  }

  function letGo() {
    setDragX(null);
    onSelect(null);
    setIndex(null);
  }

  return {
    index: shown,
    handlers: {
      role: "slider",
      tabIndex: 0,
      "aria-label": label,
      "aria-valuemin": 0,
      "aria-valuemax": Math.max(0, data.startsMs.length - 1),
      "aria-valuenow": shown ?? 0,
      "aria-valuetext": shown === null ? "Aucun instant choisi" : describeStretch(data, shown),
      onKeyDown,
      onPointerMove,
      onPointerDown,
      onPointerUp,
      onPointerCancel: letGo,
      onPointerLeave: letGo,
      onBlur: () => setIndex(null),
    },
  };
}

function zoomOf({ key, shiftKey }: KeyboardEvent, window: TimeWindow, aroundMs: number | null): TimeWindow | null {
  if (key === "+" || key === "=") return zoomWindow(window, 0.5, aroundMs);
  if (key === "-" || key === "_") return zoomWindow(window, 2, aroundMs);
  if (shiftKey && key === "ArrowLeft") return moveWindow(window, -0.5);
  return shiftKey && key === "ArrowRight" ? moveWindow(window, 0.5) : null;
}

function xOf(event: PointerEvent<HTMLElement>): number {
  return event.clientX - event.currentTarget.getBoundingClientRect().left;
}

function indexAt({ startsMs, endMs }: CurvePlotData, ms: number): number | null {
  if (startsMs.length === 0 || ms < (startsMs[0] as number) || ms >= endMs) return null;
  let [low, high] = [0, startsMs.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((startsMs[middle] as number) <= ms) low = middle;
    else high = middle - 1;
  }
  return low;
}

function firstShown(data: CurvePlotData, { startMs }: TimeWindow): number {
  return (indexAt(data, startMs) ?? 0) - 1;
}

function clampIndex(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
