import type { ApiRoute } from "./api-route";
import { operationListSchema, operationSchema } from "./operation";

/** Which operations there are, and the sheet of each. */
export const OPERATION_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: "/api/v1/operations",
    operationId: "listOperations",
    group: "Opérations",
    title: "Lister ses opérations",
    description: "Les opérations auxquelles le titulaire de la clé a accès, par nom.",
    scope: "read",
    answers: [{ status: 200, description: "Les opérations.", content: { "application/json": operationListSchema } }],
    errors: [],
    curl: 'curl -H "Authorization: Bearer $CLE" "$PRORATA/api/v1/operations"',
  },
  {
    method: "GET",
    path: "/api/v1/operations/{acc}",
    operationId: "readOperation",
    group: "Opérations",
    title: "Lire la fiche d’une opération",
    description:
      "L’opération comme la décrivent les annexes 1 et 3 de la convention : qui l’organise, ses interlocuteurs, son périmètre en nombres.",
    scope: "read",
    answers: [{ status: 200, description: "La fiche.", content: { "application/json": operationSchema } }],
    errors: [],
    curl: 'curl -H "Authorization: Bearer $CLE" "$PRORATA/api/v1/operations/ACC00000112"',
  },
];
