import { isSiret } from "@/lib/domain/identifiers/is-siret";

type Party = {
  readonly id: string;
  readonly kind: "natural" | "legal";
  /** SIRET or RNA. */
  readonly legalId: string | null;
};

const SIREN_LENGTH = 9;

/**
 * What a participant is to be counted as: a body recorded once for each of its establishments is one, by the SIREN that
 * all its SIRETs begin with; whoever reads for one of them reads for all.
 */
export function legalEntity({ id, kind, legalId }: Party): string {
  if (kind === "natural" || legalId === null) return id;
  return isSiret(legalId) ? legalId.slice(0, SIREN_LENGTH) : legalId;
}
