/** What somebody may be in a collectivity or in one of its operations, from the most to the least. */
export const ACCESS_ROLES = ["admin", "officer", "elected"] as const;

export type AccessRole = (typeof ACCESS_ROLES)[number];
