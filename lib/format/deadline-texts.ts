import type { DeadlineFamily } from "@/lib/domain/deadlines/deadline-rule";
import type { DeadlineRuleId } from "@/lib/domain/deadlines/deadline-rules";

export type DeadlineText = {
  /** What is to be done, or what is awaited of the operator, in a few words. */
  readonly task: string;
  /** What follows when it is not done by then; for what takes place by itself, what takes place. */
  readonly consequence: string;
};

/** The families, as filters and tables name them. */
export const DEADLINE_FAMILIES: Readonly<Record<DeadlineFamily, string>> = {
  start: "Démarrage",
  perimeter: "Périmètre",
  coefficients: "Coefficients",
  measures: "Mesures",
  settlement: "Périodes",
  consents: "Consentements",
  complaints: "Réclamations",
  convention: "Convention",
};

const REMIND = "Relancez le gestionnaire.";

/** What people read of each rule. */
export const DEADLINE_TEXTS: Readonly<Record<DeadlineRuleId, DeadlineText>> = {
  "start-notice": { task: "Recevoir la date de démarrage", consequence: REMIND },
  "start-delay": {
    task: "Date de démarrage au plus tôt",
    consequence: "Les responsables d’équilibre ont eu leurs 15 jours ouvrés.",
  },
  "perimeter-request": {
    task: "Demander le changement de périmètre",
    consequence: "La demande est refusée ou sa date d’effet repoussée : 15 jours ouvrés de préavis.",
  },
  "perimeter-answer": {
    task: "Recevoir l’accord ou l’anomalie sur le périmètre",
    consequence: `Sans réponse, l’entrée ou la sortie n’est pas acquise. ${REMIND}`,
  },
  "request-effect": {
    task: "Lever ce qui empêche d’appliquer une demande",
    consequence: "Elle n’a pas pu prendre effet : le registre et la clé restent comme avant. Sa page dit pourquoi.",
  },
  "exit-by-termination": {
    task: "Recevoir l’avis de fin de contrat d’un participant",
    consequence: "Sa part va au surplus dès la fin de son contrat, même sans avis.",
  },
  "hlm-notice": {
    task: "Recevoir l’avis de changement de locataire",
    consequence: `Le PRM est en attente et sa part va au surplus. ${REMIND}`,
  },
  "hlm-return": {
    task: "Signaler le refus du nouveau locataire",
    consequence: "Sans refus signalé, le PRM revient ce jour-là avec son dernier coefficient.",
  },
  "hlm-return-blocked": {
    task: "Lever ce qui empêche le retour d’un PRM",
    consequence: "Ses 14 jours sont passés : Enedis le compte de nouveau, le registre pas encore.",
  },
  "suspension-notice-prm": {
    task: "Recevoir l’avis de suspension d’un contrat d’accès",
    consequence: "La part du PRM va au surplus dès la suspension, même sans avis.",
  },
  "suspension-coefficients": {
    task: "Notifier les coefficients après une suspension",
    consequence: "La part du PRM suspendu reste au surplus.",
  },
  "suspension-applied": {
    task: "Recevoir la date d’application des nouveaux coefficients",
    consequence: `Les anciens coefficients continuent de s’appliquer. ${REMIND}`,
  },
  "kind-change": {
    task: "Demander le changement de type de coefficients",
    consequence: "Le type actuel continue de s’appliquer : 15 jours ouvrés de préavis.",
  },
  "kind-change-answer": {
    task: "Recevoir l’accord sur le type de coefficients",
    consequence: `Sans réponse, le type actuel continue de s’appliquer. ${REMIND}`,
  },
  "static-change": {
    task: "Envoyer les nouveaux coefficients statiques",
    consequence: "Les coefficients actuels continuent de s’appliquer : 15 jours ouvrés de préavis.",
  },
  "static-change-answer": {
    task: "Recevoir l’accord sur les coefficients statiques",
    consequence: `Sans réponse, les coefficients actuels continuent de s’appliquer. ${REMIND}`,
  },
  "dynamic-key": {
    task: "Notifier la clé du mois",
    consequence: "La clé par défaut est appliquée à toute la période.",
  },
  announcement: {
    task: "Annoncer leurs coefficients aux participants",
    consequence: "Les consommateurs doivent connaître leur coefficient avant qu’il s’applique.",
  },
  measures: {
    task: "Recevoir les données du mois",
    consequence: "La période attend ces données : demandez-les au gestionnaire.",
  },
  "import-answer": {
    task: "Répondre aux questions d’un import",
    consequence: "Ses mesures ne comptent pas ; ses fichiers sont effacés au bout de 30 jours.",
  },
  "suspicion-review": {
    task: "Vérifier des mesures douteuses",
    consequence: "Une mesure fausse fausse la part de tous.",
  },
  settle: { task: "Calculer la période", consequence: "Le résultat n’est pas connu tant qu’elle n’est pas calculée." },
  "settle-again": {
    task: "Recalculer la période",
    consequence: "Le résultat affiché n’est plus celui des données.",
  },
  "explain-difference": {
    task: "Examiner l’écart avec le gestionnaire",
    consequence: "Les données du gestionnaire font foi pour la facturation.",
  },
  "agreement-proof": {
    task: "Fournir le justificatif de l’accord à participer",
    consequence: "La convention peut être résiliée pour manquement.",
  },
  "consent-proof": {
    task: "Fournir le justificatif du consentement à la courbe",
    consequence: "Le PRM sort du périmètre.",
  },
  "consent-before-entry": {
    task: "Recueillir le consentement avant l’entrée",
    consequence: "Un PRM ne peut pas entrer sans l’accord préalable de son titulaire.",
  },
  "consent-missing": {
    task: "Recueillir le consentement manquant",
    consequence: "Sans justificatif à la demande du gestionnaire, le PRM sort du périmètre.",
  },
  "consent-renewal": {
    task: "Renouveler le consentement",
    consequence: "Passé ce jour, le PRM participe sans consentement valable.",
  },
  "consent-retention": {
    task: "Fin de conservation d’un consentement",
    consequence: "Le document est gardé cinq ans au moins à partir de la signature.",
  },
  "consent-destruction": {
    task: "Destruction des données d’un participant",
    consequence: "Les données sont effacées cinq ans après la fin du consentement.",
  },
  "complaint-forward": {
    task: "Transmettre la réclamation au gestionnaire",
    consequence: "Le délai de réponse du gestionnaire ne court pas tant qu’il ne l’a pas reçue.",
  },
  "complaint-answer": { task: "Recevoir la réponse à la réclamation", consequence: REMIND },
  "data-request": {
    task: "Transmettre une demande d’accès aux données",
    consequence: "La convention impose de la transmettre sans délai.",
  },
  letter: { task: "Donner suite au courrier d’Enedis", consequence: "Le courrier dit ce qui change, et de quel jour." },
  "convention-change": {
    task: "Nouvelle version de la convention",
    consequence: "Elle s’applique au plus tôt ce jour-là.",
  },
  "convention-change-refusal": {
    task: "Refuser la nouvelle version de la convention",
    consequence: "Passé ce jour, elle ne peut plus être refusée.",
  },
  "annex-change": {
    task: "Nouvelle version d’une annexe",
    consequence: "Les nouveaux formats s’appliquent au plus tôt ce jour-là.",
  },
  "address-change": {
    task: "Changement de coordonnées",
    consequence: "Les nouvelles coordonnées sont opposables à partir de ce jour.",
  },
  dispute: {
    task: "Régler la contestation à l’amiable",
    consequence: "Passé ce jour, chaque partie peut saisir le tribunal.",
  },
  "suspension-request": {
    task: "Envoyer la demande de suspension",
    consequence: "La convention reste en vigueur tant que la demande n’est pas envoyée.",
  },
  "termination-notice": {
    task: "Envoyer la lettre de résiliation",
    consequence: "La fin de la convention est repoussée d’autant : elle vient au plus tôt trois mois après la lettre.",
  },
  termination: { task: "Fin de la convention", consequence: "L’opération s’arrête ce jour-là." },
  "breach-termination": {
    task: "Résiliation pour manquement",
    consequence: "La convention prend fin ce jour-là.",
  },
  "suspension-notice": {
    task: "Suspension de la convention",
    consequence: "La convention est suspendue à partir de ce jour.",
  },
  "suspension-limit": {
    task: "Trois mois de suspension",
    consequence: "Passé ce jour, chaque partie peut résilier la convention.",
  },
  "end-notice": {
    task: "Information des fournisseurs et producteurs par le gestionnaire",
    consequence: REMIND,
  },
  "end-notice-participants": {
    task: "Informer les participants",
    consequence: "La convention impose de les prévenir dans les plus brefs délais.",
  },
  confidentiality: {
    task: "Fin de l’obligation de confidentialité",
    consequence: "Jusqu’à ce jour, les informations de la convention restent confidentielles.",
  },
};
