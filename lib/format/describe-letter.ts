import type { LetterKind, LetterMove } from "@/lib/domain/letters/convention-letter";
import type { LetterState } from "@/lib/domain/letters/letter-state";
import type { TableStatus } from "./table-cells";

type KindText = {
  readonly label: string;
  /** What is to be done about it, and what follows when it is not. */
  readonly advice: string;
};

const KINDS: Readonly<Record<LetterKind, KindText>> = {
  consent_proof: {
    label: "Demande de justificatif d’autorisation (courbe de charge)",
    advice:
      "Envoyez le justificatif dans les 10 jours ouvrés. Sans lui, Enedis sort le PRM du périmètre (art. 5.1.4) et peut résilier la convention (art. 8.5.1).",
  },
  agreement_proof: {
    label: "Demande de justificatif d’accord de participation",
    advice:
      "Envoyez le justificatif dans les 10 jours ouvrés (art. 5.1.1) ; son absence est un motif de résiliation (art. 8.5.1). Un locataire HLM n’a pas d’accord à donner : dites-le à Enedis.",
  },
  access_ended: {
    label: "Fin du contrat d’accès d’un PRM",
    advice:
      "Le PRM sort du périmètre le jour où son contrat finit ; sa part va au surplus, sauf si vous notifiez d’autres coefficients (art. 3.2.2.1). Enregistrez la sortie.",
  },
  access_suspended: {
    label: "Suspension du contrat d’accès d’un PRM",
    advice:
      "Le PRM sort du périmètre le jour de la suspension. Enregistrez la sortie, puis notifiez les coefficients des PRM qui restent dans les 10 jours ouvrés ; jusque-là sa part va au surplus (art. 3.2.2.3). Si rien n’est à appliquer, classez le courrier sans suite.",
  },
  access_resumed: {
    label: "Fin de la suspension d’un PRM",
    advice: "Le PRM revient dans le périmètre au jour qu’Enedis donne (art. 3.2.2.3). Enregistrez son entrée.",
  },
  convention_change: {
    label: "Modification de la convention",
    advice:
      "Elle s’applique un mois au plus tôt après sa notification. Un refus s’écrit dans le mois de sa réception ; sans refus, elle est acceptée (art. 8.3).",
  },
  annex_change: {
    label: "Modification des annexes 2, 5 ou 6",
    advice:
      "Elle prend effet 20 jours ouvrés au plus tôt après sa notification (art. 8.3). Vérifiez que vos fichiers suivent le nouveau format.",
  },
  suspension: {
    label: "Suspension de la convention",
    advice:
      "Elle prend effet 10 jours calendaires après l’envoi de la lettre, ou tout de suite pour la sécurité. Prévenez les participants dans les plus brefs délais (art. 8.6).",
  },
  breach_termination: {
    label: "Résiliation pour manquement",
    advice:
      "Elle prend effet 10 jours calendaires après l’envoi de la lettre. Prévenez les participants dans les plus brefs délais (art. 8.5).",
  },
  termination: {
    label: "Résiliation à l’initiative d’Enedis",
    advice:
      "Elle prend effet au jour demandé, et au plus tôt trois mois après l’envoi de la lettre. Prévenez les participants dans les plus brefs délais (art. 8.5).",
  },
  dispute: {
    label: "Contestation",
    advice:
      "Les parties ont deux mois pour s’entendre, renouvelables par écrit ; ensuite chacune peut saisir le tribunal (art. 8.8).",
  },
  start_notice: {
    label: "Date de démarrage",
    advice:
      "Portez cette date dans la fiche de l’opération ; elle laisse 15 jours ouvrés aux responsables d’équilibre (art. 3.1).",
  },
  anniversary_move: {
    label: "Date anniversaire déplacée",
    advice: "Enregistrez le déplacement dans les réglages : les périodes de calcul changent (art. 4).",
  },
  contact_change: {
    label: "Nouvelles coordonnées d’Enedis",
    advice: "Elles ne s’imposent qu’après 10 jours ouvrés (art. 8.10). Portez-les dans la fiche de l’opération.",
  },
  other: { label: "Autre courrier", advice: "Notez ici la suite que vous lui donnez." },
};

/** What a letter is, in a few words. */
export const describeLetterKind = (kind: LetterKind): string => KINDS[kind].label;

/** What to do about it. */
export const adviseOnLetter = (kind: LetterKind): string => KINDS[kind].advice;

/** Every kind with its words, to choose from. */
export const LETTER_KIND_OPTIONS = (Object.keys(KINDS) as LetterKind[]).map((value) => ({
  value,
  label: KINDS[value].label,
}));

const STATES: Readonly<Record<LetterState, TableStatus>> = {
  to_do: { text: "à traiter", tone: "warning" },
  answered: { text: "répondu", tone: "success" },
  done: { text: "traité", tone: "success" },
  accepted: { text: "accepté", tone: "success" },
  tacit: { text: "accepté sans réponse", tone: "neutral" },
  refused: { text: "refusé", tone: "neutral" },
  closed: { text: "sans suite", tone: "neutral" },
};

/** Where a letter stands, in a few words. */
export const describeLetterState = (state: LetterState): TableStatus => STATES[state];

const STEPS: Readonly<Record<LetterMove | "document", string>> = {
  document: "Document joint",
  answered: "Répondu",
  done: "Traité",
  accepted: "Accepté",
  refused: "Refusé",
  renewed: "Délai renouvelé par écrit",
  applied: "Date d’application reçue",
  closed: "Classé sans suite",
};

/** What was done about a letter. */
export const describeLetterStep = (step: LetterMove | "document"): string => STEPS[step];

/** A form that records a step: its title, its button and what is asked for. */
export const LETTER_STEP_FORMS: Readonly<
  Record<LetterMove, { readonly title: string; readonly dayLabel: string; readonly noteLabel: string }>
> = {
  answered: { title: "Noter la réponse", dayLabel: "Répondu le", noteLabel: "Comment" },
  done: { title: "Noter que c’est fait", dayLabel: "Fait le", noteLabel: "Ce qui a été fait" },
  accepted: { title: "Noter l’accord", dayLabel: "Accepté le", noteLabel: "Précision" },
  refused: { title: "Noter le refus", dayLabel: "Refusé le", noteLabel: "Pourquoi" },
  renewed: { title: "Noter un délai renouvelé", dayLabel: "Accord écrit du", noteLabel: "Précision" },
  applied: {
    title: "Noter la date d’application",
    dayLabel: "Reçue le",
    noteLabel: "De quel jour les coefficients s’appliquent",
  },
  closed: { title: "Classer sans suite", dayLabel: "Classé le", noteLabel: "Pourquoi" },
};
