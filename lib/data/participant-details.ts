/** What is read of a participant wherever all that is known of him is. */
export const PARTICIPANT_DETAILS = {
  id: true,
  kind: true,
  name: true,
  legalId: true,
  address: true,
  email: true,
  phone: true,
  isTenant: true,
  restrictedAt: true,
  erasedAt: true,
} as const;
