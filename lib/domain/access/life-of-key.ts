import type { ApiKeyLife } from "./api-key-state";

/** The life of a key as it is kept, by instants. [ms] */
export function lifeOfKey({
  createdAt,
  expiresAt,
  isReplaced,
}: {
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly isReplaced: boolean;
}): ApiKeyLife {
  return { createdAtMs: createdAt.getTime(), expiresAtMs: expiresAt?.getTime() ?? null, isReplaced };
}
