import type { ComplaintKind, ComplaintMove } from "@/lib/domain/complaints/complaint";
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

/** Where a complaint or a request on data stands, in a few words. */
export const describeComplaintState = (state: ComplaintState, kind: ComplaintKind): TableStatus =>
  kind === "data_request" && state === "forwarded" ? STATES.with_dso : STATES[state];

const KINDS: Readonly<Record<ComplaintKind, string>> = {
  complaint: "réclamation",
  data_request: "demande sur les données",
};

/** What arrived. */
export const describeComplaintKind = (kind: ComplaintKind): string => KINDS[kind];

const STEPS: Readonly<Record<ComplaintMove | "document", string>> = {
  document: "Document joint",
  concerns_dso: "Concerne Enedis",
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

const FORMS: Readonly<Record<ComplaintMove, ComplaintStepForm>> = {
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

const REQUEST_FORMS: Readonly<Partial<Record<ComplaintMove, ComplaintStepForm>>> = {
  concerns_dso: {
    ...FORMS.concerns_dso,
    title: "Les données sont détenues par Enedis",
    intro: "La demande se transmet alors sans délai à Enedis (art. 8.4.2).",
  },
  forwarded: {
    ...FORMS.forwarded,
    intro:
      "Téléchargez la lettre, envoyez-la par courriel à l’interlocuteur d’Enedis, puis notez-le ici. Enedis répond directement au participant et vous en informe (art. 8.4.2).",
  },
  answered: {
    ...FORMS.answered,
    intro: "Ce qui a été répondu au participant, et par qui. La réponse elle-même se joint ensuite.",
  },
  closed: {
    ...FORMS.closed,
    title: "Fermer la demande",
    intro: "Une demande fermée ne se rouvre pas : une nouvelle demande s’enregistre à part.",
  },
};

/** The form that records a step of a complaint or of a request on data. */
export const complaintStepForm = (move: ComplaintMove, kind: ComplaintKind): ComplaintStepForm =>
  (kind === "data_request" && REQUEST_FORMS[move]) || FORMS[move];
