import type { LabelRefusal } from "@/lib/domain/scoring/check-label-request";

const REFUSALS: Readonly<Record<LabelRefusal, string>> = {
  ALREADY_REQUESTED: "Une demande est déjà en cours : elle doit d’abord être close.",
  INCOMPLETE: "Des tâches ne sont pas renseignées : l’étoile se demande pour un plan complet.",
  SCORE_TOO_LOW: "Le score ne permet pas encore cette étoile.",
  CRITERIA_NOT_MET: "Des critères de cette étoile ne sont pas remplis.",
  FILE_MISSING: "La demande signée n’est pas jointe.",
};

/** Why a star cannot be asked for; empty for what is no reason. */
export function describeLabelRefusal(refusal: unknown): string {
  return typeof refusal === "string" && refusal in REFUSALS ? REFUSALS[refusal as LabelRefusal] : "";
}
