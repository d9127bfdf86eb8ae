import type { LoadRule } from "@/lib/schemas/load-rule";

// Brought once somebody uses a field: see LoadRule.
const loadPriceRules = () => import("@/lib/schemas/price");

export const loadPeriodPricesRule: LoadRule = async () => (await loadPriceRules()).periodPricesSchema;
export const loadPriceRule: LoadRule = async () => (await loadPriceRules()).centsPerKwhSchema;
export const loadPercentRule: LoadRule = async () => (await loadPriceRules()).percentSchema;
export const loadEurosRule: LoadRule = async () => (await loadPriceRules()).eurosSchema;
export const loadSourceRule: LoadRule = async () => (await loadPriceRules()).priceSourceSchema;
