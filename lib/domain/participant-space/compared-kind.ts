import { isPublicBody } from "@/lib/domain/publishing/is-public-body";
import type { ComparedKind } from "./others-comparison";

type Party = {
  readonly kind: "natural" | "legal";
  /** SIRET or RNA. */
  readonly legalId: string | null;
};

/** Among whom a participant is compared. A body whose SIRET is not recorded counts with the firms, which are protected. */
export function comparedKind(party: Party): ComparedKind {
  if (party.kind === "natural") return "household";
  return isPublicBody(party) ? "public_body" : "other_body";
}
