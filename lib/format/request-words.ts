import type { RequestFindingCode } from "@/lib/domain/requests/request-finding";
import type { RequestKind } from "@/lib/domain/requests/request-kind";
import type { RequestSubject } from "@/lib/domain/requests/request-progress";
import type { RequestState } from "@/lib/domain/requests/request-state";
import type { SuspensionGround } from "@/lib/domain/requests/suspension-ground";
import type { TableStatus } from "./table-cells";

type KindText = {
  readonly name: string;
  /** What it is for, in one sentence. */
  readonly meaning: string;
  readonly articles: string;
};

export const REQUEST_KIND_TEXTS: Readonly<Record<RequestKind, KindText>> = {
  perimeter: {
    name: "Entrées et sorties de PRM",
    meaning: "Des PRM entrent dans le périmètre ou en sortent, avec les coefficients de tous les consommateurs.",
    articles: "art. 3.2.1 et annexe 2",
  },
  coefficient_kind: {
    name: "Changement de type de coefficients",
    meaning: "Passer par exemple de la clé par défaut à une clé statique, ou à une clé dynamique.",
    articles: "art. 4.2 et annexe 2",
  },
  static_values: {
    name: "Nouvelles valeurs statiques",
    meaning: "Changer la part fixe de chaque consommateur.",
    articles: "art. 4.3 et annexe 2",
  },
  suspension: {
    name: "Suspension de la convention",
    meaning: "Demander que la convention ne soit plus exécutée pour un temps ; après trois mois, chacun peut résilier.",
    articles: "art. 8.6",
  },
  termination: {
    name: "Résiliation de la convention",
    meaning: "Mettre fin à l’opération, par lettre recommandée avec avis de réception.",
    articles: "art. 8.5",
  },
};

export const REQUEST_STATUSES: Readonly<Record<RequestState, TableStatus>> = {
  draft: { text: "brouillon", tone: "neutral" },
  sent: { text: "envoyée", tone: "info" },
  accepted: { text: "acceptée", tone: "success" },
  anomaly: { text: "anomalie à corriger", tone: "danger" },
  in_effect: { text: "en vigueur", tone: "success" },
  withdrawn: { text: "retirée", tone: "neutral" },
};

/** What an anomaly is about: the examples of art. 3.2.1, 4.2 and 4.3. */
export const REQUEST_SUBJECTS_TEXTS: Readonly<Record<RequestSubject, string>> = {
  prm: "référence de PRM erronée",
  identity: "identité, adresse ou SIRET",
  coefficients: "coefficients de répartition",
  notice: "préavis non respecté",
  prerequisite: "prérequis : compteur, contrat, raccordement",
  file: "fichier : format ou information absente",
  other: "autre chose",
};

export const SUSPENSION_GROUND_TEXTS: Readonly<Record<SuspensionGround, string>> = {
  no_balance_party: "des flux ne sont rattachés à aucun responsable d’équilibre",
  lone_participant: "il ne reste qu’un consommateur sans producteur, ou un producteur sans consommateur",
  confidentiality: "les règles de confidentialité et de protection des données ne sont pas respectées",
  force_majeure: "force majeure",
};

type FindingText = { readonly title: string; readonly remedy: string };

export const REQUEST_FINDING_TEXTS: Readonly<Record<RequestFindingCode, FindingText>> = {
  no_move: { title: "Personne n’entre ni ne sort", remedy: "Choisissez au moins un PRM." },
  already_in: {
    title: "Participe déjà",
    remedy: "Retirez cette entrée : le PRM fait partie du périmètre.",
  },
  already_out: {
    title: "Ne participe pas",
    remedy: "Retirez cette sortie : le PRM n’est pas dans le périmètre.",
  },
  half_storage: {
    title: "Un stockage entre et sort comme consommateur et comme producteur",
    remedy: "Choisissez ses deux rôles (code de l’énergie, art. D.315-5).",
  },
  held_elsewhere: {
    title: "Participe à une autre opération",
    remedy: "Un PRM n’est que dans une opération à la fois (art. 2) : il doit d’abord en sortir.",
  },
  holder_erased: {
    title: "Le titulaire a demandé l’effacement de ses données",
    remedy: "Retirez cette entrée.",
  },
  no_coefficients: {
    title: "Les coefficients manquent",
    remedy: "La demande comprend la part de chaque consommateur (art. 3.2.1 et 4.3).",
  },
  share_of_outsider: {
    title: "Une part est donnée à qui ne consomme pas ce jour-là",
    remedy: "Mettez sa part à 0 et répartissez-la entre les autres.",
  },
  above_whole: { title: "La somme des coefficients dépasse 100 %", remedy: "Baissez des parts." },
  same_kind: {
    title: "Ce type de coefficients s’applique déjà",
    remedy: "Choisissez-en un autre, ou demandez de nouvelles valeurs statiques.",
  },
  not_static: {
    title: "La clé en vigueur n’est pas statique",
    remedy: "Demandez un changement de type de coefficients (art. 4.2).",
  },
  no_share: { title: "Consommateur sans part", remedy: "Il ne recevra rien de la production : est-ce voulu ?" },
  share_left: {
    title: "La somme des coefficients est inférieure à 100 %",
    remedy: "Le reste de la production ira au surplus.",
  },
  not_announced: {
    title: "Les participants ne sont pas prévenus de ces coefficients",
    remedy: "Ils doivent l’être avant qu’ils s’appliquent (art. 5.1.1).",
  },
  lone_participant: {
    title: "Il ne resterait pas un producteur et un consommateur",
    remedy: "La convention peut alors être suspendue (art. 8.6).",
  },
  consent_missing: {
    title: "Accord ou autorisation manquants",
    remedy: "L’accord du participant doit être recueilli avant la demande (art. 3.2.1 et 5.1).",
  },
  not_eligible: {
    title: "Une règle d’éligibilité ne serait pas respectée",
    remedy: "Voyez la carte du périmètre, qui dit laquelle.",
  },
};
