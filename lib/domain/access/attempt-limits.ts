import type { AttemptKind, AttemptLimits, AttemptRule } from "./attempt-rule";

const HOUR = 3600;
const DAY = 24 * HOUR;

const guesses = (free: number): AttemptRule => ({ free, waits: [60, 300, 900, HOUR], memory: DAY });

// A whole town hall may share one address: more tries, shorter waits.
const fromOneAddress = (free: number): AttemptRule => ({ free, waits: [60, 300, 900], memory: HOUR });

const perHour = (free: number): AttemptRule => ({ free, waits: [HOUR], memory: HOUR });
const perDay = (free: number): AttemptRule => ({ free, waits: [DAY], memory: DAY });

/**
 * The limits of each kind of try.
 *
 * Ten guesses, then one a minute, soon one an hour: 36 in the first day from strangers to an account, where OWASP asks for
 * less than 100 an hour. A code of two-factor is only asked for after the right password, and has a million values.
 */
const LIMITS: Readonly<Record<AttemptKind, AttemptLimits>> = {
  sign_in: { account: guesses(10), device: guesses(10), address: fromOneAddress(50) },
  two_factor: { account: guesses(5), device: guesses(5), address: fromOneAddress(50) },
  // Each one is a mail to somebody who may not have asked.
  forgotten_password: {
    account: { free: 3, waits: [300, 900, HOUR], memory: DAY },
    device: { free: 5, waits: [300, 900, HOUR], memory: DAY },
    address: fromOneAddress(20),
  },
  // 256 random bits: no guess ever succeeds, this only spares the database.
  account_link: { account: guesses(20), device: guesses(20), address: fromOneAddress(30) },
  email_change: { account: guesses(5), device: guesses(5), address: fromOneAddress(20) },
  oidc_callback: { account: guesses(20), device: guesses(20), address: fromOneAddress(50) },
  // Nothing to guess: each one opens every workbook, or draws years of papers.
  own_data: { account: perHour(5), device: perHour(5), address: fromOneAddress(50) },
  own_statements: { account: perHour(5), device: perHour(5), address: fromOneAddress(50) },
  // Somebody has to read each one.
  own_complaint: { account: perDay(10), device: perDay(10), address: fromOneAddress(50) },
};

/** What a kind of try allows to an account, to a browser it knows, and to an address. */
export function attemptLimits(kind: AttemptKind): AttemptLimits {
  return LIMITS[kind];
}
