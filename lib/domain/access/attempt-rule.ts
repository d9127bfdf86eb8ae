/** How many tries are free, and how long one waits after them. */
export type AttemptRule = {
  /** Tries before the first wait. */
  readonly free: number;
  /** Waits after the last free try and after each further one; the last one repeats. [s] */
  readonly waits: readonly [number, ...number[]];
  /** After this long without a try all is forgotten; never shorter than a wait. [s] */
  readonly memory: number;
};

/** What can be guessed, made to send mails, or asked for so often that others wait. */
export type AttemptKind =
  | "sign_in"
  | "two_factor"
  | "forgotten_password"
  | "account_link"
  | "email_change"
  | "oidc_callback"
  | "own_data"
  | "own_statements"
  | "own_complaint";

/**
 * What each kind of try allows: to an account from browsers that are strangers to it, to an account from one browser
 * that has signed in to it before, and to an address whatever the account.
 */
export type AttemptLimits = {
  readonly account: AttemptRule;
  readonly device: AttemptRule;
  readonly address: AttemptRule;
};
