import type { ComparedKind, WithheldReason } from "@/lib/domain/participant-space/others-comparison";
import { formatCount } from "./format-number";

type Words = { readonly one: string; readonly many: string; readonly others: string; readonly otherKind: string };

const WORDS: Readonly<Record<ComparedKind, Words>> = {
  household: {
    one: "autre foyer",
    many: "autres foyers",
    others: "les foyers",
    otherKind: "les entreprises et associations",
  },
  public_body: {
    one: "autre organisme public",
    many: "autres organismes publics",
    others: "les organismes publics",
    otherKind: "les autres participants",
  },
  other_body: {
    one: "autre entreprise ou association",
    many: "autres entreprises et associations",
    others: "les entreprises et associations",
    otherKind: "les foyers",
  },
};

/** « 8 autres foyers ». */
export function nameOthers(kind: ComparedKind, count: number): string {
  return formatCount(count, WORDS[kind].one, WORDS[kind].many);
}

/** Why a participant is not shown what the others of his kind are. */
export function explainWithheld(kind: ComparedKind, reason: WithheldReason): string {
  const { many, others, otherKind } = WORDS[kind];
  switch (reason) {
    case "too_few":
      return `Il y a moins de six ${many} qui consomment et reçoivent de l’énergie chaque mois. Il en faut six, pour qu’il en reste cinq même quand deux voisins mettent leurs chiffres ensemble.`;
    case "changed":
      return `Parmi ${others}, quelqu’un est arrivé, est parti ou a changé de compteur à moins d’un an de ces mois. En comparant deux mois, on trouverait ses chiffres : la comparaison reviendra quand un an aura passé.`;
    case "corrected":
      return `Un mois définitif a été corrigé pour quelques participants seulement, à moins d’un an de ces mois. En comparant les deux versions, on trouverait leurs chiffres.`;
    case "exposes_others":
      return `Parmi ${otherKind}, il y a trop peu de participants, ou l’un d’eux a changé depuis moins d’un an. En retranchant ${others} du total de l’opération, on trouverait leurs chiffres.`;
  }
}
