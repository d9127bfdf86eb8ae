import type { ApiRoute } from "./api-route";
import {
  coefficientListSchema,
  deliveryCoefficientsSchema,
  deliveryStepsQuerySchema,
  deliveryStepsSchema,
  putCoefficientsBodySchema,
  putDeliveryAnswerSchema,
  putVersionAnswerSchema,
  sendDeliveryBodySchema,
  stepAnswersBodySchema,
  stepAnswersSchema,
} from "./coefficients";
import { EXAMPLE, get, json, OPERATION, ok } from "./route-parts";

const DELIVERY_EXAMPLE = `${EXAMPLE}/coefficients/deliveries/01a2b3c4-0000-4000-8000-000000000000`;
const BODY_ERRORS = [
  { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
  { status: 413, codes: ["BODY_TOO_LARGE"] },
];
const send = (method: "PUT" | "POST", body: string, path: string) =>
  `curl -X ${method} -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '${body}' \\
  "$PRORATA${path}"`;

/** The versions of the key, the monthly notifications, and their exchange step by step. */
export const COEFFICIENT_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${OPERATION}/coefficients`,
    operationId: "listCoefficients",
    group: "Coefficients",
    title: "Lire les clés",
    description:
      "Les versions de la clé avec leur état d’aujourd’hui, et les clés du mois notifiées ou en brouillon, sans leurs valeurs.",
    scope: "read",
    answers: [ok("Les clés.", coefficientListSchema)],
    errors: [],
    curl: get(`${EXAMPLE}/coefficients`),
  },
  {
    method: "PUT",
    path: `${OPERATION}/coefficients`,
    operationId: "putCoefficients",
    group: "Coefficients",
    title: "Déposer une clé",
    description:
      "Enregistre le brouillon d’une version de la clé (de toute nature) pour son premier jour, ou celui des coefficients dynamiques d’une période ; le brouillon qui s’y trouve est remplacé. Rien n’est appliqué tant que la version n’est pas annoncée puis envoyée, ou la clé du mois envoyée.",
    scope: "write",
    body: {
      kind: "json",
      schema: putCoefficientsBodySchema,
      example: {
        kind: "static",
        from: "2026-09-01",
        reason: "Délibération du 22 juin",
        ppm: { "30001234567890": 600_000, "30001234567891": 400_000 },
      },
    },
    answers: [
      { status: 200, description: "La version en brouillon.", content: json(putVersionAnswerSchema) },
      {
        status: 201,
        description: "Les coefficients de la période, en brouillon.",
        content: json(putDeliveryAnswerSchema),
        hasLocation: true,
      },
    ],
    errors: [
      ...BODY_ERRORS,
      {
        status: 422,
        codes: [
          "BEFORE_START",
          "UNKNOWN_PERIOD",
          "NOT_DYNAMIC",
          "UNKNOWN_METERING_POINT",
          "COEFFICIENTS_MISMATCH",
          "INVALID_COEFFICIENT",
          "COEFFICIENTS_ABOVE_ONE",
          "KEY_MOVE_REFUSED",
          "NUMBER_TOO_LARGE",
        ],
      },
    ],
    curl: send(
      "PUT",
      '{ "kind": "static", "from": "2026-09-01", "ppm": { "30001234567890": 600000, "30001234567891": 400000 } }',
      `${EXAMPLE}/coefficients`,
    ),
  },
  {
    method: "GET",
    path: `${OPERATION}/coefficients/deliveries/{id}`,
    operationId: "readDelivery",
    group: "Coefficients",
    title: "Lire une clé du mois",
    description: "Une clé du mois avec ses coefficients, pas par pas, et où en est sa transmission.",
    scope: "read",
    answers: [ok("La clé du mois.", deliveryCoefficientsSchema)],
    errors: [],
    curl: get(DELIVERY_EXAMPLE),
  },
  {
    method: "POST",
    path: `${OPERATION}/coefficients/deliveries/{id}/send`,
    operationId: "sendDelivery",
    group: "Coefficients",
    title: "Envoyer une clé du mois",
    description:
      "Marque un brouillon comme notifié au gestionnaire. Par l’interface, chaque pas, et chaque producteur en full dynamique, est mis en attente de transmission.",
    scope: "write",
    body: { kind: "json", schema: sendDeliveryBodySchema, example: { day: "2026-07-03" } },
    answers: [ok("La clé du mois.", putDeliveryAnswerSchema)],
    errors: [
      ...BODY_ERRORS,
      { status: 422, codes: ["UNKNOWN_DELIVERY", "DELIVERY_MOVE_REFUSED", "DELIVERY_FAULTY", "INVALID_SENT_DAY"] },
    ],
    curl: send("POST", '{ "day": "2026-07-03" }', `${DELIVERY_EXAMPLE}/send`),
  },
  {
    method: "GET",
    path: `${OPERATION}/coefficients/deliveries/{id}/steps`,
    operationId: "listDeliverySteps",
    group: "Coefficients",
    title: "Lister les pas à transmettre",
    description:
      "Ce qu’un connecteur transmet au gestionnaire par les API que celui-ci ouvre à l’organisateur (annexe 5) : un message par pas, et par producteur en full dynamique. 500 par page.",
    scope: "read",
    query: deliveryStepsQuerySchema,
    answers: [ok("Les pas.", deliveryStepsSchema)],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: get(`${DELIVERY_EXAMPLE}/steps?outcome=waiting`),
  },
  {
    method: "POST",
    path: `${OPERATION}/coefficients/deliveries/{id}/answers`,
    operationId: "answerDeliverySteps",
    group: "Coefficients",
    title: "Rapporter les réponses du gestionnaire",
    description:
      "Garde l’acceptation ou le rejet de chaque pas. Un pas rejeté, ou non accepté le 4e jour ouvré, reçoit la clé par défaut ; en full dynamique, si d’autres producteurs sont acceptés, l’énergie du sien est du surplus (art. 4.4). La première réponse à un pas est gardée.",
    scope: "write",
    body: {
      kind: "json",
      schema: stepAnswersBodySchema,
      example: { answers: [{ id: "01a2b3c4-0000-4000-8000-000000000000", outcome: "accepted" }] },
    },
    answers: [ok("Le nombre de réponses gardées.", stepAnswersSchema)],
    errors: [...BODY_ERRORS, { status: 422, codes: ["UNKNOWN_DELIVERY"] }],
    curl: send(
      "POST",
      '{ "answers": [ { "id": "01a2b3c4-0000-4000-8000-000000000000", "outcome": "accepted" } ] }',
      `${DELIVERY_EXAMPLE}/answers`,
    ),
  },
];
