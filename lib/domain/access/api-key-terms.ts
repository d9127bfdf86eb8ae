/** What a key opens: figures and files, the way in of measures and nothing else, or all that its owner may do. */
export type ApiKeyScope = "read" | "measures" | "write";

/** For how long a key may be made. [days] Null: until it is revoked. */
export const API_KEY_DAYS = [30, 90, 365, null] as const;

/** How long a key that was replaced still opens what it opened: time to change it wherever it is used. [days] */
export const OVERLAP_DAYS = 7;

/** How long before its end one is told that a key ends: of one that was made for a month or so, and of all others. [days] */
export const ENDING_SOON_DAYS = { short: 14, long: 30 } as const;

/** Calls a key may make at once, and how many come back in a minute. */
export const API_KEY_QUOTA = { burst: 1000, perMinute: 1200 } as const;
