import { isSiret } from "@/lib/domain/identifiers/is-siret";

type Party = {
  readonly kind: "natural" | "legal";
  /** SIRET or RNA. */
  readonly legalId: string | null;
};

// Numbers that begin with 1 or 2 are given to public bodies only.
const PUBLIC_SIREN = /^[12]/;

/**
 * Whether a participant is a public body, whose energy is public information: that of a town hall or a school concerns
 * nobody's private life, and anybody may ask for it. What it drew is taken as known, so that it hides nobody else.
 *
 * Everybody else is protected: a person (règlement (UE) 2016/679), an association or a firm (convention, article
 * « Confidentialité »). A body whose SIRET is not recorded is protected too.
 *
 * @see INSEE, répertoire Sirene, « numéro SIREN »: those of public bodies begin with 1 or 2.
 * @see Code des relations entre le public et l’administration, L.311-1 and L.312-1-1.
 */
export function isPublicBody({ kind, legalId }: Party): boolean {
  return kind === "legal" && legalId !== null && isSiret(legalId) && PUBLIC_SIREN.test(legalId);
}
