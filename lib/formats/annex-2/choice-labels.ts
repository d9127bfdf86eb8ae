import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { Annex2Workbook } from "./annex-2-workbook";

/** Kinds as the drop-down lists them [I]. */
export const KIND_LABELS: Readonly<Record<CoefficientKind, string>> = {
  static: "Statique",
  dynamic_simple: "Dynamique Simple",
  dynamic_full: "Dynamique Full",
  default: "Par défaut",
};

/** Managements of entries and exits as the drop-down lists them [I]. */
export const MANAGEMENT_LABELS: Readonly<Record<Annex2Workbook["management"], string>> = {
  standard: "Standard",
  hlm: "HLM",
};
