import * as z from "zod";
import { PARTY_SCHEMAS } from "@/lib/schemas/operation-sheet";
import { apiComponent } from "./api-component";
import { apiDaySchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { JSON_ERRORS, UNKNOWN_ID } from "./complaints";
import { EXAMPLE, get, json, OPERATION, ok } from "./route-parts";

const ROLES = Object.keys(PARTY_SCHEMAS) as [keyof typeof PARTY_SCHEMAS, ...(keyof typeof PARTY_SCHEMAS)[]];
const detail = z.string().optional();

/** New details of somebody the convention names; what is left out is empty. */
export const newContactChangeBodySchema = z.object({
  role: z
    .enum(ROLES)
    .describe("organiser, referent, correspondent, agent (mandataire), signatory, dso (le gestionnaire lui-même)."),
  noticeDay: apiDaySchema.describe("Jour où l’autre partie a reçu la notification."),
  organisationName: detail,
  siret: detail,
  legalForm: detail,
  nafCode: detail,
  lastName: detail,
  firstName: detail,
  jobTitle: detail,
  address: detail,
  postalCode: detail,
  city: detail,
  phone: detail,
  email: detail,
});

const changeSchema = z.object({
  id: z.uuid(),
  role: z.enum(ROLES),
  noticeDay: z.iso.date(),
  bindingDay: z.iso.date().describe("Premier jour où elles s’imposent : dix jours ouvrés après la notification."),
  isApplied: z.boolean().describe("Elles sont dans la fiche de l’opération."),
  details: z.record(z.string(), z.string().nullable()),
});

/** Every change that was told. */
export const contactChangeListSchema = apiComponent(
  "ContactChangeList",
  z.object({ contactChanges: z.array(changeSchema).describe("Du plus récent au plus ancien.") }),
);

/** What was recorded. */
export const recordedContactChangeSchema = apiComponent(
  "RecordedContactChange",
  z.object({ contactChange: z.object({ id: z.uuid() }) }),
);

const group = "Réclamations et courriers";
const CHANGES = `${OPERATION}/contact-changes` as const;
const CHANGE_EXAMPLE: z.input<typeof newContactChangeBodySchema> = {
  role: "correspondent",
  noticeDay: "2026-11-03",
  lastName: "Exemple",
  firstName: "Camille",
  email: "energie@commune.example",
};

/** Changes of address and of contacts (art. 8.10, annexe 3). */
export const CONTACT_CHANGE_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: CHANGES,
    operationId: "listContactChanges",
    group,
    title: "Lister les changements d’interlocuteurs",
    description: "Ce qui a été notifié, et depuis quand cela s’impose à l’autre partie.",
    scope: "read",
    answers: [ok("Les changements.", contactChangeListSchema)],
    errors: [],
    curl: get(`${EXAMPLE}/contact-changes`),
  },
  {
    method: "POST",
    path: CHANGES,
    operationId: "recordContactChange",
    group,
    title: "Enregistrer un changement d’interlocuteur",
    description:
      "De nouvelles coordonnées, et le jour où l’autre partie en a été avertie. Les anciennes comptent jusqu’à dix jours ouvrés après.",
    scope: "write",
    body: { kind: "json", schema: newContactChangeBodySchema, example: CHANGE_EXAMPLE },
    answers: [{ status: 201, description: "Enregistré.", content: json(recordedContactChangeSchema) }],
    errors: [...JSON_ERRORS, { status: 422, codes: ["DAY_IN_FUTURE"] }],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '${JSON.stringify(CHANGE_EXAMPLE)}' \\
  "$PRORATA${EXAMPLE}/contact-changes"`,
  },
  {
    method: "GET",
    path: `${CHANGES}/{id}/letter`,
    operationId: "buildContactLetter",
    group,
    title: "Lettre de changement d’interlocuteur",
    description: "La lettre qui le notifie à Enedis, en PDF, à signer.",
    scope: "write",
    answers: [{ status: 200, description: "Le PDF.", content: { "application/pdf": "text" } }],
    errors: [],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" "$PRORATA${EXAMPLE}/contact-changes/${UNKNOWN_ID}/letter"`,
  },
];
