import type { ComplaintMove } from "@/lib/domain/complaints/complaint";
import type { ComplaintState } from "@/lib/domain/complaints/complaint-state";
import type { TableStatus } from "./table-cells";

const STATES: Readonly<Record<ComplaintState, TableStatus>> = {
  received: { text: "à traiter par la commune", tone: "info" },
  to_forward: { text: "à transmettre à Enedis", tone: "warning" },
  forwarded: { text: "transmise, dossier à compléter", tone: "info" },
  with_dso: { text: "attend la réponse d’Enedis", tone: "info" },
  answered: { text: "répondue", tone: "success" },
  closed: { text: "fermée", tone: "neutral" },
};

/** Where a complaint stands, in a few words. */
export const describeComplaintState = (state: ComplaintState): TableStatus => STATES[state];

const STEPS: Readonly<Record<ComplaintMove | "document", string>> = {
  document: "Document joint",
  concerns_dso: "Met Enedis en cause",
  forwarded: "Transmise à Enedis",
  completed: "Dossier complet chez Enedis",
  answered: "Réponse donnée",
  closed: "Fermée",
};

/** What was done about a complaint. */
export const describeComplaintStep = (step: ComplaintMove | "document"): string => STEPS[step];

/** A form that records a step: its title, its button and what is asked for. */
export type ComplaintStepForm = {
  readonly title: string;
  readonly submit: string;
  readonly dayLabel: string;
  readonly noteLabel: string;
  readonly intro: string;
};

export const COMPLAINT_STEP_FORMS: Readonly<Record<ComplaintMove, ComplaintStepForm>> = {
  concerns_dso: {
    title: "Mettre Enedis en cause",
    submit: "Enregistrer",
    dayLabel: "Constaté le",
    noteLabel: "Pourquoi",
    intro: "Elle se transmet alors dans les 5 jours ouvrés qui suivent sa réception (art. 5.1.5), même déjà passés.",
  },
  forwarded: {
    title: "Noter l’envoi à Enedis",
    submit: "Noter l’envoi",
    dayLabel: "Envoyée le",
    noteLabel: "Comment, et ce qui l’accompagne",
    intro: "Téléchargez la lettre, signez-la, envoyez-la à l’adresse de l’annexe 3, puis notez-le ici.",
  },
  completed: {
    title: "Noter que le dossier est complet",
    submit: "Noter le dossier complet",
    dayLabel: "Reçu complet par Enedis le",
    noteLabel: "Ce qui manquait",
    intro: "Le délai de 30 jours calendaires d’Enedis part de ce jour (art. 5.1.5).",
  },
  answered: {
    title: "Noter la réponse",
    submit: "Noter la réponse",
    dayLabel: "Réponse donnée le",
    noteLabel: "La réponse, ou son résumé",
    intro: "Ce qui a été répondu à l’auteur de la réclamation, et par qui. La réponse elle-même se joint ensuite.",
  },
  closed: {
    title: "Fermer la réclamation",
    submit: "Fermer",
    dayLabel: "Fermée le",
    noteLabel: "Pourquoi",
    intro: "Une réclamation fermée ne se rouvre pas : une nouvelle demande est une nouvelle réclamation.",
  },
};
