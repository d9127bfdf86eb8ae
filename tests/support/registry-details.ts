import type { MeteringPointDetails } from "@/lib/data/metering-points";
import type { ParticipantDetails } from "@/lib/data/participants";

/** A resident with everything a trail must not tell. */
export const RESIDENT: ParticipantDetails = {
  kind: "natural",
  name: "Ariane Lantier",
  legalId: null,
  address: "3 rue du Moulin, 66999 Saint-Exemple-les-Vignes",
  email: "ariane@lantier.example",
  phone: "04 65 71 00 99",
  isTenant: false,
};

/** A site of which nothing but its name is known. */
export const BARE_POINT: MeteringPointDetails = {
  name: "Maison Lantier",
  address: null,
  peakPowerW: null,
  injectionContract: null,
  withdrawalContract: null,
  latitudeDegrees: null,
  longitudeDegrees: null,
  voltage: null,
  meterNumber: null,
  isMeterCommunicating: null,
  subscribedPowerVa: null,
  annualWithdrawalWh: null,
  surfaceM2: null,
  energySource: null,
  isStorage: false,
};
