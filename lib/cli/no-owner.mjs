/**
 * What a process of the application is given of the owner's address: nothing. Empty and not absent, since Next.js would
 * take an absent variable from `.env`.
 */
export const NO_OWNER = { DATABASE_OWNER_URL: "" };
