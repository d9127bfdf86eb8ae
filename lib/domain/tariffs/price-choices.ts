import type { ScheduledPeriod } from "./tariff-periods";

/**
 * Formulas of the network tariff for low voltage up to 36 kVA: short or medium use with four periods, those without
 * seasons, and long use.
 *
 * @see TURPE 7 HTA-BT, deliberation of the CRE of 13 March 2025.
 */
export const NETWORK_FORMULAS = ["CU4", "MU4", "CU", "MUDT", "LU"] as const;

/** The tariff periods each formula tells apart. */
export const FORMULA_PERIODS = {
  CU4: ["HPH", "HCH", "HPB", "HCB"],
  MU4: ["HPH", "HCH", "HPB", "HCB"],
  CU: ["BASE"],
  MUDT: ["HP", "HC"],
  LU: ["BASE"],
} as const satisfies Readonly<Record<(typeof NETWORK_FORMULAS)[number], readonly ScheduledPeriod[]>>;

/** Whether a metering point bears the collective self-consumption component of the network tariff. */
export const NETWORK_OPTIONS = ["ordinary", "shared"] as const;

/**
 * Categories of the excise: up to 36 kVA, up to 250 kVA, above.
 *
 * @see Code des impositions sur les biens et services, art. L. 312-24.
 */
export const EXCISE_CATEGORIES = ["households", "small_business", "high_power"] as const;
