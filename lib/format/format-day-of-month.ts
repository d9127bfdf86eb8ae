/**
 * A day of the month as one says it.
 *
 * @example
 * formatDayOfMonth(1); // => "1er"
 * formatDayOfMonth(31); // => "31"
 */
export const formatDayOfMonth = (day: number): string => (day === 1 ? "1er" : String(day));
