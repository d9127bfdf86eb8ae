import type { OutputPoint } from "./read-output-run";

/** What a statement calls the roofs its energy came from, and the sites it is about. */
export type StatementNames = {
  readonly roof: (producer: OutputPoint) => string;
  readonly site: (point: OutputPoint) => string;
};

/** As the organiser tells them: a producer by its site and by who holds it, since he is who sells. */
export const OFFICIAL_NAMES: StatementNames = {
  roof: ({ name, participantName }) => (name === participantName ? name : `${name} (${participantName})`),
  site: ({ name }) => name,
};
