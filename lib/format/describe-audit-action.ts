import type { AuditAction } from "@/lib/domain/audit-action";

/** Kinds of action, as a reader of the journal looks for them. */
export const AUDIT_TOPICS = {
  perimeter: "Participants et périmètre",
  requests: "Demandes au gestionnaire",
  measures: "Mesures",
  coefficients: "Coefficients",
  settlement: "Calcul",
  correspondence: "Réclamations et courriers",
  personal_data: "Données personnelles",
  settings: "Réglages et accès",
} as const;

export type AuditTopic = keyof typeof AUDIT_TOPICS;

type Description = { readonly topic: AuditTopic; readonly sentence: string };

const ACTIONS: Readonly<Record<AuditAction, Description>> = {
  "apply.annex_2": { topic: "perimeter", sentence: "Annexe 2 appliquée au périmètre" },
  "accept.request": { topic: "requests", sentence: "Demande acceptée par le gestionnaire" },
  "draft.request": { topic: "requests", sentence: "Demande au gestionnaire rédigée" },
  "prepare.request": { topic: "requests", sentence: "Fichiers d’une demande préparés" },
  "report.request_anomaly": { topic: "requests", sentence: "Anomalie signalée par le gestionnaire" },
  "send.request": { topic: "requests", sentence: "Demande envoyée au gestionnaire" },
  "fulfil.request": { topic: "requests", sentence: "Prise d’effet d’une demande" },
  "withdraw.request": { topic: "requests", sentence: "Demande retirée" },
  "cancel.entry": { topic: "perimeter", sentence: "Entrée prévue annulée" },
  "cancel.exit": { topic: "perimeter", sentence: "Sortie annulée" },
  "correct.days": { topic: "perimeter", sentence: "Dates du périmètre d’Enedis reprises" },
  "correct.entry": { topic: "perimeter", sentence: "Date d’entrée corrigée" },
  "correct.exit": { topic: "perimeter", sentence: "Date de sortie corrigée" },
  "cancel.measures": { topic: "measures", sentence: "Import de mesures abandonné avant d’être enregistré" },
  "confirm.entry": { topic: "perimeter", sentence: "Entrée effective, demandée au gestionnaire" },
  "confirm.exit": { topic: "perimeter", sentence: "Sortie effective, demandée au gestionnaire" },
  "confirm.measures": { topic: "measures", sentence: "Import de mesures confirmé" },
  "create.account": { topic: "settings", sentence: "Compte créé" },
  "create.calendar_feed": { topic: "settings", sentence: "Calendrier des échéances ouvert" },
  "create.api_key": { topic: "settings", sentence: "Clé d’API créée" },
  "create.collectivity": { topic: "settings", sentence: "Collectivité créée" },
  "create.metering_point": { topic: "perimeter", sentence: "PRM ajouté" },
  "create.operation": { topic: "settings", sentence: "Opération créée" },
  "create.participant": { topic: "perimeter", sentence: "Participant ajouté" },
  "delete.metering_point": { topic: "perimeter", sentence: "PRM saisi par erreur supprimé" },
  "delete.participant": { topic: "perimeter", sentence: "Participant saisi par erreur supprimé" },
  "decide.measure": { topic: "measures", sentence: "Décision prise sur une mesure" },
  "dismiss.suspicion": { topic: "measures", sentence: "Mesure à vérifier trouvée normale" },
  "erase.complaint": { topic: "personal_data", sentence: "Réclamation ancienne effacée" },
  "erase.participant": { topic: "personal_data", sentence: "Données personnelles d’un participant effacées" },
  "export.participant": { topic: "personal_data", sentence: "Données personnelles d’un participant exportées" },
  "fail.measures": { topic: "measures", sentence: "Import de mesures interrompu, rien n’est enregistré" },
  "forget.identifier": { topic: "measures", sentence: "Réponse sur un identifiant de fichier oubliée" },
  "forget.type_token": { topic: "measures", sentence: "Réponse sur un type de fichier oubliée" },
  "hold.measures": { topic: "measures", sentence: "Fichiers de mesures déposés, à confirmer" },
  "transfer.metering_point": { topic: "perimeter", sentence: "Changement de titulaire d’un PRM" },
  "withdraw.climate_referential": { topic: "settings", sentence: "Retour au référentiel fourni avec Prorata" },
  "import.climate_referential": { topic: "settings", sentence: "Référentiel du plan climat importé" },
  "set.climate_note": { topic: "settings", sentence: "Explication, pilote ou échéance d’une action du plan climat" },
  "set.climate_status": { topic: "settings", sentence: "Statut d’une action du plan climat changé" },
  "join.climate_evidence": { topic: "settings", sentence: "Preuve jointe à une action du plan climat" },
  "update.climate_evidence": { topic: "settings", sentence: "Preuve du plan climat renommée ou annotée" },
  "remove.climate_evidence": { topic: "settings", sentence: "Preuve retirée d’une action du plan climat" },
  "purge.climate_evidence": { topic: "settings", sentence: "Contenu d’une preuve du plan climat effacé" },
  "refresh.climate_figures": { topic: "settings", sentence: "Chiffres de l’opération joints au plan climat" },
  "request.climate_audit": { topic: "settings", sentence: "Étoile demandée pour le plan climat" },
  "start.climate_audit": { topic: "settings", sentence: "Audit du plan climat commencé" },
  "validate.climate_audit": { topic: "settings", sentence: "Audit du plan climat validé" },
  "withdraw.climate_audit": { topic: "settings", sentence: "Demande d’étoile retirée" },
  "cancel.climate_audit": { topic: "settings", sentence: "Audit du plan climat annulé" },
  "reopen.climate_audit": { topic: "settings", sentence: "Plan climat rouvert après son audit" },
  "take.climate_snapshot": { topic: "settings", sentence: "État du plan climat figé" },
  "update.climate_profile": { topic: "settings", sentence: "Personnalisation du plan climat changée" },
  "import.measures": { topic: "measures", sentence: "Mesures importées" },
  "move.anniversary": { topic: "settings", sentence: "Date anniversaire mensuelle déplacée" },
  "request.entry": { topic: "perimeter", sentence: "Entrée demandée au gestionnaire" },
  "request.exit": { topic: "perimeter", sentence: "Sortie demandée au gestionnaire" },
  "plan.entry": { topic: "perimeter", sentence: "Entrée enregistrée" },
  "plan.exit": { topic: "perimeter", sentence: "Sortie enregistrée" },
  "purge.measures": { topic: "measures", sentence: "Fichiers d’un import abandonné supprimés" },
  "join.consent_document": { topic: "perimeter", sentence: "Document signé joint à un consentement" },
  "record.contact_change": { topic: "settings", sentence: "Changement d’interlocuteur notifié" },
  "bind.contact_change": { topic: "settings", sentence: "Changement d’interlocuteur devenu opposable" },
  "set.operation_status": { topic: "settings", sentence: "Suspension, reprise ou fin de la convention enregistrée" },
  "tell.convention_end": { topic: "correspondence", sentence: "Participants prévenus d’une suspension ou d’une fin" },
  "move.tenant_change": { topic: "perimeter", sentence: "Changement de locataire HLM enregistré" },
  "record.letter": { topic: "correspondence", sentence: "Courrier d’Enedis enregistré" },
  "move.letter": { topic: "correspondence", sentence: "Suite donnée à un courrier d’Enedis" },
  "record.complaint": { topic: "correspondence", sentence: "Réclamation enregistrée" },
  "move.complaint": { topic: "correspondence", sentence: "Étape d’une réclamation enregistrée" },
  "join.correspondence_document": {
    topic: "correspondence",
    sentence: "Document joint à une réclamation ou à un courrier",
  },
  "record.consent": { topic: "perimeter", sentence: "Consentement enregistré" },
  "refuse.measures": { topic: "measures", sentence: "Import de mesures refusé, rien n’est enregistré" },
  "release.measure_decision": { topic: "measures", sentence: "Décision sur une mesure levée" },
  "remember.identifier": { topic: "measures", sentence: "Identifiant de fichier rattaché à un PRM" },
  "remember.type_token": { topic: "measures", sentence: "Type de fichier rattaché à une grandeur" },
  "request.measures": { topic: "measures", sentence: "Énergies demandées à l’interface du gestionnaire" },
  "restore.suspicion": { topic: "measures", sentence: "Mesure remise à vérifier" },
  "restrict.participant": {
    topic: "personal_data",
    sentence: "Effacement demandé : données d’un participant restreintes",
  },
  "revoke.calendar_feed": { topic: "settings", sentence: "Calendrier des échéances révoqué" },
  "send.digest": { topic: "settings", sentence: "Rappel des échéances envoyé par courriel" },
  "update.reminders": { topic: "settings", sentence: "Rappels par courriel réglés" },
  "revoke.api_key": { topic: "settings", sentence: "Clé d’API révoquée" },
  "announce.coefficients": { topic: "coefficients", sentence: "Version de la clé annoncée aux participants" },
  "answer.coefficient_delivery": { topic: "coefficients", sentence: "Réponse du gestionnaire à une clé du mois" },
  "draft.coefficients": { topic: "coefficients", sentence: "Brouillon de clé enregistré" },
  "draft.coefficient_delivery": { topic: "coefficients", sentence: "Clé du mois préparée" },
  "exchange.coefficient_delivery": {
    topic: "coefficients",
    sentence: "Pas d’une clé du mois transmis au gestionnaire, ou sa réponse",
  },
  "abandon.coefficients": { topic: "coefficients", sentence: "Version de la clé abandonnée" },
  "abandon.coefficient_delivery": { topic: "coefficients", sentence: "Clé du mois abandonnée" },
  "reopen.coefficients": { topic: "coefficients", sentence: "Version annoncée de la clé reprise en brouillon" },
  "report.coefficient_delivery": {
    topic: "coefficients",
    sentence: "Coefficients appliqués par le gestionnaire enregistrés",
  },
  "send.coefficients": { topic: "coefficients", sentence: "Version de la clé envoyée au gestionnaire" },
  "send.coefficient_delivery": { topic: "coefficients", sentence: "Clé du mois envoyée au gestionnaire" },
  "tell.participant": { topic: "coefficients", sentence: "Participant informé de ses coefficients" },
  "set.coefficients": { topic: "coefficients", sentence: "Clé de répartition fixée" },
  "set.tariff_schedule": { topic: "perimeter", sentence: "Heures creuses d’un PRM enregistrées" },
  "set.forecast": { topic: "settings", sentence: "Prévision enregistrée" },
  "set.carbon_factor": { topic: "settings", sentence: "Facteur d’émission enregistré" },
  "set.tariff_season": { topic: "settings", sentence: "Mois de la saison haute enregistrés" },
  "close.period": { topic: "settlement", sentence: "Période close" },
  "reopen.period": { topic: "settlement", sentence: "Période rouverte" },
  "queue.settlement": { topic: "settlement", sentence: "Calcul de périodes demandé" },
  "stop.settlement": { topic: "settlement", sentence: "Arrêt d’un calcul demandé" },
  "fail.settlement": { topic: "settlement", sentence: "Calcul interrompu : ce qui était calculé est gardé" },
  "compare.period": { topic: "settlement", sentence: "Comparaison avec le gestionnaire demandée" },
  "settle.period": { topic: "settlement", sentence: "Période calculée" },
  "undo.measures": { topic: "measures", sentence: "Import de mesures annulé" },
  "update.metering_point": { topic: "perimeter", sentence: "Fiche d’un PRM modifiée" },
  "update.operation": { topic: "settings", sentence: "Fiche de l’opération modifiée" },
  "update.operation_party": { topic: "settings", sentence: "Interlocuteur de la convention modifié" },
  "update.participant": { topic: "perimeter", sentence: "Fiche d’un participant modifiée" },
  "withdraw.forecast": { topic: "settings", sentence: "Prévision retirée" },
  "withdraw.carbon_factor": { topic: "settings", sentence: "Facteur d’émission retiré" },
  "withdraw.tariff_schedule": { topic: "perimeter", sentence: "Heures creuses d’un PRM retirées" },
  "withdraw.consent": { topic: "perimeter", sentence: "Consentement retiré, ou opposition d’un locataire" },
};

/** What was done, in one French sentence without its final stop; a row written by a later version is told apart. */
export function describeAuditAction(action: string): string {
  return isKnown(action) ? ACTIONS[action].sentence : "Action d’une autre version de Prorata";
}

/** The actions of a topic, to filter the journal. */
export function auditActionsOf(topic: AuditTopic): readonly AuditAction[] {
  return Object.keys(ACTIONS)
    .filter(isKnown)
    .filter((action) => ACTIONS[action].topic === topic);
}

function isKnown(action: string): action is AuditAction {
  return Object.hasOwn(ACTIONS, action);
}
