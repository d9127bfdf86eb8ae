const NBSP = "\u00a0";

/** How long to wait, as it is said: « 45 secondes », « 5 minutes », « 1 heure »; never less than it is. */
export function formatWait(seconds: number): string {
  if (seconds < 60) return counted(Math.max(1, Math.ceil(seconds)), "seconde");
  if (seconds < 3600) return counted(Math.ceil(seconds / 60), "minute");
  return counted(Math.ceil(seconds / 3600), "heure");
}

const counted = (count: number, unit: string) => `${count}${NBSP}${unit}${count > 1 ? "s" : ""}`;
