import * as z from "zod";
import type { DeadlineFamily } from "@/lib/domain/deadlines/deadline-rule";

/** The families as addresses write them. */
export const FAMILY_PARAMS = {
  demarrage: "start",
  perimetre: "perimeter",
  coefficients: "coefficients",
  mesures: "measures",
  periodes: "settlement",
  consentements: "consents",
  reclamations: "complaints",
  convention: "convention",
} as const satisfies Readonly<Record<string, DeadlineFamily>>;

/** What a list of deadlines is narrowed to; what an address misspells narrows nothing. */
export const deadlineFiltersSchema = z.object({
  /** Slug of an operation. */
  operation: z.string().max(100).optional().catch(undefined),
  /** What is to be done here, or what is awaited of the operator. */
  qui: z.enum(["vous", "enedis"]).optional().catch(undefined),
  famille: z
    .enum(Object.keys(FAMILY_PARAMS) as [keyof typeof FAMILY_PARAMS])
    .optional()
    .catch(undefined),
});

export type DeadlineFilters = z.output<typeof deadlineFiltersSchema>;
