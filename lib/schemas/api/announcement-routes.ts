import * as z from "zod";
import type { ApiRoute } from "./api-route";

/** Which letters are asked for. */
export const announcementLettersQuerySchema = z.object({
  announcement: z
    .uuid("Identifiant attendu")
    .optional()
    .describe("Une seule annonce ; par défaut, tous ceux qui ne sont pas prévenus et qu’aucun courriel n’attend."),
});

/** How participants are told of a key before it applies. */
export const ANNOUNCEMENT_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: "/api/v1/operations/{acc}/coefficient-keys/{id}/letters",
    operationId: "readAnnouncementLetters",
    group: "Coefficients",
    title: "Télécharger les lettres d’une annonce",
    description:
      "Les lettres qui informent les participants d’une version de la clé avant son application (convention, art. 5.1.1), en un PDF, une par page ou plus. Elles nomment des personnes : il faut le droit d’écrire.",
    scope: "write",
    query: announcementLettersQuerySchema,
    answers: [{ status: 200, description: "Les lettres.", content: { "application/pdf": "text" } }],
    errors: [
      { status: 400, codes: ["INVALID_REQUEST"] },
      { status: 422, codes: ["UNKNOWN_KEY"] },
    ],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" \\
  "$PRORATA/api/v1/operations/ACC00000112/coefficient-keys/01890000-0000-7000-8000-00000000ffff/letters"`,
  },
];
