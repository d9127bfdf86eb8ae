/**
 * What the migrations have and the Prisma schema cannot say. Whoever writes such a line in a migration adds its name
 * here: `node prisma/migrate.mjs check` refuses an object that is neither in the schema nor on this list, and a line
 * of this list that no migration makes.
 */
export const HAND_WRITTEN = [
  "extension btree_gist",
  "function refuse_change()",
  "trigger audit_event.audit_event_append_only",
];
