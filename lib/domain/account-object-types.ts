import type { AuditObjectType } from "./audit-action";

/**
 * What an administrator of the installation reads of the trail, where it belongs to no operation: accounts with all that
 * opens them, and collectivities. Nothing that tells of energy, nor of a climate plan.
 */
export const ACCOUNT_OBJECT_TYPES: readonly AuditObjectType[] = [
  "account",
  "account_link",
  "api_key",
  "calendar_feed",
  "collectivity",
  "journal",
  "session",
  "user",
];
