/** What an account link does. */
export type AccountLinkKind = "invitation" | "password" | "email";

const HOUR_MS = 3_600_000;

const MAILED_HOURS: Readonly<Record<AccountLinkKind, number>> = { invitation: 14 * 24, password: 1, email: 24 };

/** Somebody carries it: the hour of a new password would be over before it is there. */
const HANDED_OVER_HOURS: Readonly<Record<AccountLinkKind, number>> = { invitation: 14 * 24, password: 24, email: 24 };

/** As long as nobody wrote the link, what was asked for waits. */
const WAITING_HOURS: Readonly<Record<AccountLinkKind, number>> = { invitation: 14 * 24, password: 72, email: 72 };

/**
 * How long an account link is good for, in milliseconds from when it is written.
 *
 * @param way - `waiting`: asked for, and neither mailed nor handed over yet.
 */
export function linkLifetime(kind: AccountLinkKind, way: "mailed" | "handed_over" | "waiting"): number {
  const hours = { mailed: MAILED_HOURS, handed_over: HANDED_OVER_HOURS, waiting: WAITING_HOURS }[way];
  return hours[kind] * HOUR_MS;
}
