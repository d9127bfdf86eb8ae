import type { OutputPoint } from "./read-output-run";

/** What a statement calls the roofs its energy came from, and the sites it is about. */
export type StatementNames = {
  readonly roof: (producer: OutputPoint) => string;
  readonly site: (point: OutputPoint, isStillHis: boolean) => string;
};

/**
 * As the organiser tells them: a producer by its site and by who held it, since he is who sold. A site may bear the name
 * of who holds it today, and is not called by it to anybody of before, nor for days that were another's.
 */
export const OFFICIAL_NAMES: StatementNames = {
  roof: ({ name, participantName, holderKey, holderId }) =>
    name === participantName || !holderKey.split("+").includes(holderId)
      ? participantName
      : `${name} (${participantName})`,
  site: ({ name, prm }, isStillHis) => (isStillHis ? name : prm),
};
