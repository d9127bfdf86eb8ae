import type { ConsultedObject } from "@/lib/domain/consultation";

/** What was looked at, as a reader looks for it. */
export const CONSULTATION_WORDS: Readonly<Record<ConsultedObject, string>> = {
  operation: "Opération",
  operations: "Liste des opérations et de leurs échéances",
  collectivity: "Collectivité",
  climate_plan: "Plan climat",
  participant: "Participant : fiche, courbes ou courrier",
  metering_point: "PRM et sa courbe",
  personal_data: "Données personnelles d’un participant",
  complaint: "Réclamation ou demande sur les données",
  file: "Fichier téléchargé",
};
