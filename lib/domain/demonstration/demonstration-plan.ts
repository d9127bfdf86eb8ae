import type { ClimateProfile } from "@/lib/domain/scoring/climate-profile";
import type { PickedStatus } from "@/lib/domain/scoring/stored-status";

/** What the demonstration commune says of itself: it left gas to a syndicate. */
export const DEMONSTRATION_PROFILE: ClimateProfile = {
  kind: "commune",
  population: 2_140,
  isOverseas: false,
  answers: new Map([
    ["AOD_elec", true],
    ["AOD_gaz", false],
    ["AOD_chaleur", true],
  ]),
};

/** How far it is with measure 3.1.1: begun, with tasks left to answer. */
export const DEMONSTRATION_STATUSES: ReadonlyMap<string, PickedStatus> = new Map<string, PickedStatus>([
  ["cae_3.1.1.1.1", { status: "done" }],
  ["cae_3.1.1.1.2", { status: "detailed", detail: [0.5, 0.3, 0.2] }],
  ["cae_3.1.1.1.3", { status: "planned" }],
  ["cae_3.1.1.2.2", { status: "not_concerned" }],
  ["cae_3.1.1.3", { status: "not_done" }],
  ["cae_3.1.1.4.3", { status: "planned" }],
  ["cae_3.1.1.5.2", { status: "done" }],
  ["cae_3.1.1.5.3", { status: "not_done" }],
]);
