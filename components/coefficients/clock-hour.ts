/** Where an hour that passes stands on the clock of Paris. */
export type ClockHour = {
  /** What the clock shows, 0 to 23. */
  readonly hour: number;
  /** Of October's two: 0 is that of summer; null elsewhere. */
  readonly passage: 0 | 1 | null;
  /** `2 h – 3 h`, and which one where there are two. */
  readonly label: string;
};

const CHANGE_HOUR = 2;

/**
 * What the clock shows at the nth hour of a day.
 *
 * @param index - From 0, in the order in which hours pass.
 * @param hourCount - Of the day: 23 in March, 25 in October.
 */
export function clockHour(index: number, hourCount: number): ClockHour {
  const passage = hourCount === 25 && (index === CHANGE_HOUR || index === CHANGE_HOUR + 1) ? index - CHANGE_HOUR : null;
  const isAfter = index >= CHANGE_HOUR && passage === null;
  const hour = passage === null ? index + (isAfter ? 24 - hourCount : 0) : CHANGE_HOUR;
  const name = `${hour}\u00a0h – ${hour + 1}\u00a0h`;
  const season = passage === 0 ? " (heure d’été)" : " (heure d’hiver)";
  return { hour, passage: passage as ClockHour["passage"], label: passage === null ? name : name + season };
}
