/** What is read of a consent, but whose it is. */
export const CONSENT_DETAILS = {
  id: true,
  meteringPointId: true,
  kind: true,
  givenDay: true,
  expiryDay: true,
  withdrawnDay: true,
  withdrawalNote: true,
  participation: true,
  curveCollection: true,
  supplierTransmission: true,
  organiserTransmission: true,
  fileName: true,
  sha256: true,
} as const;
