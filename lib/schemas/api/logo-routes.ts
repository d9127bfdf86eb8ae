import * as z from "zod";
import { logoWordsSchema } from "@/lib/schemas/logo";
import type { ApiRoute } from "./api-route";
import { emptyBodySchema } from "./empty-body";
import { get, json } from "./route-parts";

const LOGO = "/api/v1/collectivities/{collectivity}/logo";
const EXAMPLE = "/api/v1/collectivities/01a2b3c4-0000-7000-8000-000000000000/logo";
const NOT_FOUND = { status: 404, codes: ["NOT_FOUND"] };

/** The name of the file may stand in the address, as for every file of the interface. */
export const logoQuerySchema = logoWordsSchema.extend({
  name: z.string().max(200).optional().describe("Nom du fichier, si le corps est le fichier lui-même."),
});

/** The logo that a collectivity puts on its reports. */
export const LOGO_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: LOGO,
    operationId: "downloadLogo",
    group: "Opérations",
    title: "Télécharger le logo de la collectivité",
    description: "L’image telle qu’elle a été donnée, PNG ou JPEG.",
    scope: "read",
    answers: [{ status: 200, description: "L’image.", content: { "image/png": "text", "image/jpeg": "text" } }],
    errors: [NOT_FOUND],
    curl: get(EXAMPLE),
  },
  {
    method: "POST",
    path: LOGO,
    operationId: "setLogo",
    group: "Opérations",
    title: "Donner son logo à la collectivité",
    description:
      "Un PNG ou un JPEG de 1 Mo au plus et de 48 à 2 000 pixels de côté, reconnu à son contenu ; il remplace le précédent et figure sur les rapports. Le SVG est refusé : il peut contenir des scripts.",
    scope: "write",
    query: logoQuerySchema,
    body: { kind: "files", rawTypes: ["image/png", "image/jpeg", "application/octet-stream"] },
    answers: [{ status: 200, description: "Enregistré.", content: json(z.object({ saved: z.literal(true) })) }],
    errors: [
      {
        status: 400,
        codes: ["INVALID_REQUEST", "NO_FILE", "MISSING_FILE_NAME", "MALFORMED_MULTIPART", "INCOMPLETE_BODY"],
      },
      NOT_FOUND,
      { status: 413, codes: ["BODY_TOO_LARGE", "FILE_TOO_LARGE", "TOO_MANY_FILES"] },
      { status: 415, codes: ["UNSUPPORTED_MEDIA_TYPE"] },
      { status: 422, codes: ["UNREADABLE_LOGO"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -F "file=@logo.png" \\
  "$PRORATA${EXAMPLE}?altText=Blason%20de%20la%20commune"`,
  },
  {
    method: "POST",
    path: `${LOGO}/removal`,
    operationId: "removeLogo",
    group: "Opérations",
    title: "Retirer le logo de la collectivité",
    description: "Les rapports n’en portent plus.",
    scope: "write",
    answers: [{ status: 200, description: "Retiré.", content: json(z.object({ removed: z.literal(true) })) }],
    body: { kind: "json", schema: emptyBodySchema, example: {} },
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      NOT_FOUND,
      { status: 413, codes: ["BODY_TOO_LARGE"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" -d '{}' "$PRORATA${EXAMPLE}/removal"`,
  },
];
