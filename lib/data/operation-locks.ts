import type { AuthorizedClimatePlanId, AuthorizedCollectivityId, AuthorizedOperationId } from "./scope";

/** Searches for suspicions in an operation take turns. */
export const suspicionsLock = (operationId: AuthorizedOperationId): string => `suspicions:${operationId}`;

/** Requests to the DSO for an operation are opened one at a time. */
export const dsoRequestsLock = (operationId: AuthorizedOperationId): string => `dso-requests:${operationId}`;

/** Imports of an operation take turns. */
export const measuresLock = (operationId: AuthorizedOperationId): string => `measures:${operationId}`;

/**
 * Held by a settlement from its first read to its end, and by an import or a key from the instant it is dated to its
 * end: what a run has not read is dated after it.
 */
export const settlementLock = (operationId: AuthorizedOperationId): string => `settlement:${operationId}`;

/** Results of comparisons of an operation are written one at a time. */
export const comparisonsLock = (operationId: AuthorizedOperationId): string => `comparisons:${operationId}`;

/** What is written of the climate plan of a collectivity is written one at a time: a batch reads what it adds to. */
export const climatePlanLock = (collectivityId: AuthorizedClimatePlanId): string => `climate-plan:${collectivityId}`;

/** Forecasts of an operation are told one at a time. */
export const forecastsLock = (operationId: AuthorizedOperationId): string => `forecasts:${operationId}`;

/** Carbon factors of a collectivity are told one at a time. */
export const carbonFactorsLock = (collectivityId: AuthorizedCollectivityId): string =>
  `carbon-factors:${collectivityId}`;
