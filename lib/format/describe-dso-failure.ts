import type { DsoFailureCode } from "@/lib/domain/measures/dso-request";

const MESSAGES: Readonly<Record<DsoFailureCode, string>> = {
  DSO_API_UNREACHABLE: "Le serveur du gestionnaire ne répond pas. Redemandez plus tard.",
  DSO_API_CREDENTIALS:
    "Le gestionnaire refuse l’accès. Faites vérifier l’identifiant, le secret, et que le PRM fait partie de l’opération chez lui.",
  DSO_API_NOT_SUBSCRIBED:
    "Le compte de la collectivité n’est pas abonné à cette interface (refus 900908). Souscrivez-la auprès du gestionnaire, puis redemandez.",
  DSO_API_QUOTA: "Le nombre d’appels permis est dépassé depuis trop longtemps. Redemandez dans quelques heures.",
  DSO_API_UNEXPECTED: "Le gestionnaire a répondu autre chose que ce qui est attendu. Redemandez, ou signalez-le-lui.",
  DSO_API_UNREADABLE:
    "La réponse n’a pas la forme attendue, ou parle d’un autre point. Elle est gardée dans les fichiers reçus, et mise de côté.",
};

/** Why the DSO's interface gave nothing, and what to do. */
export function describeDsoFailure(code: DsoFailureCode, status: number | null): string {
  const message = MESSAGES[code];
  return code === "DSO_API_UNEXPECTED" && status !== null ? `${message} (Réponse HTTP ${status}.)` : message;
}
