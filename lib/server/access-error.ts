/** Why a caller is turned away; each edge says it in its own way. */
export type AccessErrorCode =
  | "UNAUTHENTICATED"
  | "TWO_FACTOR_DUE"
  | "FORBIDDEN"
  | "READ_ONLY_KEY"
  | "MEASURES_ONLY_KEY"
  | "NOT_FOUND"
  | "TOO_MANY_REQUESTS"
  | "FOREIGN_ORIGIN";

export class AccessError extends Error {
  override readonly name = "AccessError";
  readonly code: AccessErrorCode;
  /** How long to wait, where waiting helps. [s] */
  readonly details: { readonly waitSeconds?: number };
  constructor(code: AccessErrorCode, details: { readonly waitSeconds?: number } = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
