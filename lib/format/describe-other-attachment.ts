import { formatPeriod } from "./format-date";

type OtherAttachment = {
  readonly prm: string;
  /** Null when the other operation is another collectivity's. */
  readonly operation: {
    readonly name: string;
    readonly accNumber: string | null;
    readonly from: string;
    readonly toExclusive: string | null;
  } | null;
};

/** Why a PRM cannot enter: another operation holds it, which is named only inside one's own collectivity. */
export function describeOtherAttachment({ prm, operation }: OtherAttachment): string {
  const rule = "Un PRM ne participe qu’à une opération à la fois (convention, art. 3.1)";
  if (!operation) {
    return `Le PRM ${prm} est déjà rattaché à une autre opération. ${rule} : voyez avec son titulaire.`;
  }
  const { name, accNumber, from, toExclusive } = operation;
  const number = accNumber === null ? "" : ` (${accNumber})`;
  return `Le PRM ${prm} est rattaché à l’opération « ${name} »${number} ${formatPeriod(from, toExclusive)}. ${rule} : faites-l’en sortir d’abord, ou choisissez une autre date d’effet.`;
}
