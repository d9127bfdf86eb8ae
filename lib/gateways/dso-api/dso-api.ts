import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { Period } from "@/lib/domain/time/period";

/** What is asked of the DSO: the definitive energies of one metering point, in one of its roles, over some days. */
export type EnergyRequest = {
  readonly accNumber: string;
  readonly prm: string;
  readonly role: PerimeterRole;
  readonly period: Period;
};

/**
 * The DSO's interface for collective self-consumption, as far as it is public: reading.
 *
 * Its answers are kept and imported as files are, so a caller gets the bytes.
 */
export type DsoApi = {
  /** Of whom it is set up to be asked. */
  readonly roles: readonly PerimeterRole[];
  /** @throws {DsoApiError} */
  readonly readEnergies: (request: EnergyRequest) => Promise<Uint8Array>;
};

/** How to reach it. Only the token call is official: the rest is configuration. */
export type DsoApiSettings = {
  /** `https://gw.ext.prod.api.enedis.fr`, or the sandbox's. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tokenPath: string;
  /**
   * With `{acc}`, `{prm}`, `{start}` and `{end}` where the request's own values go. One was seen for consumers, none for
   * producers; null: these are not asked for.
   */
  readonly energyPaths: Readonly<Record<PerimeterRole, string | null>>;
  /** date-fns pattern of `{start}` and `{end}`. */
  readonly datePattern: string;
  /** Whether `{end}` is the last day asked for, or the first one that is not. */
  readonly isEndIncluded: boolean;
  readonly callsPerSecond: number;
  readonly callsPerHour: number;
  readonly timeoutMs: number;
};

export type DsoApiErrorCode =
  | "DSO_API_UNREACHABLE"
  | "DSO_API_CREDENTIALS"
  | "DSO_API_NOT_SUBSCRIBED"
  | "DSO_API_QUOTA"
  | "DSO_API_UNEXPECTED";

/** The DSO's interface did not give what was asked; nothing was written. */
export class DsoApiError extends Error {
  override readonly name = "DsoApiError";
  readonly code: DsoApiErrorCode;
  /** HTTP status, where there was an answer. */
  readonly status: number | null;
  /** When the server asks to be left alone until then. */
  readonly retryAfterSeconds: number | null;
  constructor(
    code: DsoApiErrorCode,
    status: number | null,
    { retryAfterSeconds = null, ...options }: ErrorOptions & { readonly retryAfterSeconds?: number | null } = {},
  ) {
    super(status === null ? code : `${code} (${status})`, options);
    this.code = code;
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
