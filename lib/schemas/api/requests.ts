import * as z from "zod";
import { REQUEST_KINDS } from "@/lib/domain/requests/request-kind";
import { REQUEST_SUBJECTS } from "@/lib/domain/requests/request-progress";
import { REQUEST_STATES } from "@/lib/domain/requests/request-state";
import { SUSPENSION_GROUNDS } from "@/lib/domain/requests/suspension-ground";
import { apiComponent } from "./api-component";
import { apiDaySchema, prmSchema } from "./api-parameters";
import { nextPageSchema } from "./list-page";

const WHOLE_PPM = 1_000_000;
const MAX_LINES = 2_000;

const kindSchema = z
  .enum(REQUEST_KINDS)
  .describe(
    "perimeter : entrées et sorties (art. 3.2.1) ; coefficient_kind : type de coefficients (4.2) ; static_values : valeurs statiques (4.3) ; suspension (8.6) ; termination : résiliation (8.5).",
  );
const keyKindSchema = z.enum(["static", "dynamic_simple", "dynamic_full", "default"]);
const roleSchema = z.enum(["consumer", "producer"]);

const moveSchema = z.object({
  prm: prmSchema,
  role: roleSchema.describe("Un stockage entre et sort dans ses deux rôles : deux lignes."),
  move: z.enum(["entry", "exit"]).describe("entry : entre ; exit : sort."),
});

/** A request as a machine writes it down. */
export const newRequestBodySchema = z
  .object({
    kind: kindSchema,
    wantedDay: apiDaySchema.describe("Date d’effet souhaitée."),
    reason: z.string().trim().max(500).optional().describe("Écrit dans la lettre ; ne nommez personne."),
    ground: z.enum(SUSPENSION_GROUNDS).optional().describe("Motif d’une suspension (art. 8.6.1)."),
    lines: z.array(moveSchema).max(MAX_LINES).optional().describe("Pour perimeter : qui entre, qui sort."),
    coefficients: z
      .object({
        kind: keyKindSchema,
        ppm: z
          .record(prmSchema, z.int().min(0).max(WHOLE_PPM))
          .optional()
          .describe("Clé statique : part de chaque PRM consommateur, en millionièmes."),
      })
      .optional()
      .describe("Les coefficients de tous les consommateurs, une fois la demande en vigueur."),
  })
  .refine(({ kind, ground }) => kind !== "suspension" || ground !== undefined, {
    path: ["ground"],
    message: "Une suspension a un motif",
  });

const problemSchema = z.object({
  prm: prmSchema.nullable().describe("null : la demande entière."),
  subject: z.enum(REQUEST_SUBJECTS).describe("Ce que l’anomalie concerne."),
  text: z.string().trim().min(1).max(500).describe("Ce que le gestionnaire écrit."),
});

const dayField = apiDaySchema.describe("Jour où cela s’est passé ; jamais à venir.");

/** What happens to a request. */
export const requestMoveBodySchema = z.discriminatedUnion("move", [
  z.object({ move: z.literal("prepare").describe("Fait et garde l’annexe 2 et la lettre à envoyer.") }),
  z.object({
    move: z.literal("send").describe("La demande est partie, avec les fichiers préparés."),
    day: dayField,
    shortNotice: z.boolean().optional().describe("Le gestionnaire accepte un préavis trop court."),
  }),
  z.object({
    move: z.literal("accept").describe("Le gestionnaire accepte."),
    day: dayField,
    effectDay: apiDaySchema.describe("Date d’effet qu’il donne."),
  }),
  z.object({
    move: z.literal("report_anomaly").describe("Le gestionnaire signale une anomalie."),
    day: dayField,
    problems: z.array(problemSchema).min(1).max(100),
  }),
  z.object({ move: z.literal("withdraw").describe("La demande est retirée."), day: dayField }),
]);

const fileSchema = z.object({
  id: z.uuid(),
  kind: z.enum(["annex_2", "letter"]),
  name: z.string(),
  isPurged: z.boolean().describe("true : le contenu est effacé avec les données d’un participant."),
});

const HIDDEN_PRM = "null : le PRM d’un particulier, pour qui ne peut pas écrire.";

const requestSchema = apiComponent(
  "OperatorRequest",
  z.object({
    id: z.uuid(),
    number: z.int().describe("Compté depuis 1 dans l’opération."),
    kind: kindSchema,
    state: z.enum(REQUEST_STATES),
    wantedDay: apiDaySchema,
    sentDay: apiDaySchema.nullable().describe("Dernier envoi."),
    effectDay: apiDaySchema.nullable().describe("Date d’effet ; null tant que personne ne l’a dite."),
    keyId: z.uuid().nullable().describe("Version de la clé que la demande porte."),
    ground: z.enum(SUSPENSION_GROUNDS).nullable(),
    reason: z.string().nullable().describe("null aussi pour qui ne peut pas écrire."),
    lines: z.array(moveSchema.extend({ prm: prmSchema.nullable().describe(HIDDEN_PRM) })),
    events: z.array(
      z.object({
        state: z.enum(REQUEST_STATES).describe("Ce que la demande est devenue."),
        day: apiDaySchema,
        wantedDay: apiDaySchema,
        effectDay: apiDaySchema.nullable(),
        problems: z.array(
          problemSchema.extend({
            text: z.string().nullable().describe("Ce que le gestionnaire écrit ; null pour qui ne peut pas écrire."),
          }),
        ),
        files: z.array(fileSchema).describe("Envoyés, gardés à l’octet près."),
      }),
    ),
    preparedFiles: z.array(fileSchema).describe("À envoyer ; vide : à préparer."),
  }),
);

export const requestAnswerSchema = apiComponent("OperatorRequestAnswer", z.object({ request: requestSchema }));

export const requestListSchema = apiComponent(
  "OperatorRequestList",
  z.object({ requests: z.array(requestSchema), next: nextPageSchema }),
);
