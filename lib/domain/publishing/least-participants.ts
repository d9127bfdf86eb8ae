/**
 * How many participants have to stand behind a figure that is published. [participants]
 *
 * Of two, each finds the other's figure by taking his own away; of three, nobody finds anybody's.
 */
export const LEAST_PARTICIPANTS = 3;
