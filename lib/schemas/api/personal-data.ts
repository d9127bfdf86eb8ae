import * as z from "zod";
import { PRICE_KINDS } from "@/lib/domain/tariffs/price-entry";
import { COMPLAINT_KINDS, COMPLAINT_MOVES } from "@/lib/schemas/complaint";
import { apiComponent } from "./api-component";
import { prmSchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";

/** In which form a participant's data are asked for. */
export const personalDataQuerySchema = z.object({
  format: z
    .enum(["json", "pdf", "zip"])
    .default("json")
    .describe("json : pour une machine. pdf : à lire. zip : les deux, avec les documents signés et les courbes."),
});

const daySchema = z.iso.date();
const roleSchema = z.enum(["consumer", "producer"]);
const text = z.string().nullable();
const number = z.number().nullable();
const instant = z.iso.datetime();

const pointSchema = z.object({
  prm: prmSchema,
  name: z.string(),
  address: text,
  latitudeDegrees: number,
  longitudeDegrees: number,
  voltage: z.enum(["low", "medium"]).nullable(),
  meterNumber: text,
  isMeterCommunicating: z.boolean().nullable(),
  subscribedPowerVa: number.describe("En VA."),
  annualWithdrawalWh: number.describe("Estimation, en Wh."),
  surfaceM2: number,
  isStorage: z.boolean(),
  peakPowerW: number.describe("En W."),
  injectionContract: text,
  withdrawalContract: text,
  stays: z
    .array(z.object({ role: roleSchema, from: daySchema, toExclusive: daySchema.nullable() }))
    .describe("Jours de participation ; toExclusive est le premier jour qui ne compte plus."),
  tariffs: z
    .array(z.object({ from: daySchema, toExclusive: daySchema.nullable(), description: z.string() }))
    .describe("Tarif et heures creuses."),
  shares: z
    .array(z.object({ from: daySchema, toExclusive: daySchema.nullable(), ppm: z.number().int() }))
    .describe("Parts de la production, en millionièmes."),
});

const consentSchema = z.object({
  kind: z.enum(["agreement", "tenant_information"]),
  prm: prmSchema.nullable().describe("null : tous les PRM."),
  givenDay: daySchema,
  expiryDay: daySchema.nullable(),
  withdrawnDay: daySchema.nullable(),
  withdrawalNote: text,
  participation: z.boolean(),
  curveCollection: z.boolean(),
  supplierTransmission: z.boolean(),
  organiserTransmission: z.boolean(),
  document: z.object({ name: z.string(), sha256: z.string() }).nullable(),
});

const announcementSchema = z.object({
  createdAt: instant,
  channel: z.enum(["email", "letter"]),
  state: z.enum(["waiting", "sent", "failed"]),
  sentAt: instant.nullable().describe("Envoi du courriel, ou début du jour où la lettre a été remise."),
  from: daySchema.describe("Premier jour de la clé."),
  shares: z.array(
    z.object({
      prm: prmSchema,
      beforePpm: z.number().int().nullable().describe("En millionièmes ; null : aucune part, ou pas de part fixe."),
      afterPpm: z.number().int().nullable(),
    }),
  ),
});

const complaintSchema = z.object({
  kind: z.enum(COMPLAINT_KINDS),
  receivedDay: daySchema,
  subject: z.string(),
  text: z.string(),
  steps: z.array(
    z.object({
      step: z.enum(["document", ...COMPLAINT_MOVES]),
      day: daySchema,
      note: text,
      document: z.object({ name: z.string(), sha256: z.string() }).nullable(),
    }),
  ),
});

const priceSchema = z.object({
  prm: prmSchema.nullable().describe("null : le participant lui-même."),
  kind: z.enum(PRICE_KINDS),
  from: daySchema,
  values: z.record(z.string(), z.union([z.number(), z.string()])).describe("Comme dans `GET …/prices`."),
  source: z.string(),
  enteredAt: instant,
  supersededAt: instant.nullable().describe("Remplacé ou retiré ; null : il vaut toujours."),
});

const cents = (description: string) =>
  z.number().int().nullable().describe(`${description}, en centimes ; null : un prix manque, ou sans objet.`);

const moneySchema = z.object({
  from: daySchema,
  toExclusive: daySchema,
  prm: prmSchema,
  role: roleSchema,
  withoutCents: cents("Facture d’un consommateur sans l’opération"),
  savedCents: cents("Ce qu’il paie de moins"),
  internalCents: cents("Payé aux producteurs, négatif, ou reçu par un producteur"),
  resaleCents: cents("Surplus revendu d’un producteur"),
});

const retentionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("participating"), until: daySchema.nullable() }),
  z.object({ kind: z.literal("kept"), lastBond: z.enum(["stay", "consent"]), endedOn: daySchema, endDay: daySchema }),
  z.object({ kind: z.literal("unbound") }),
]);

/** Everything held about a participant. */
export const personalDataSchema = apiComponent(
  "PersonalData",
  z.object({
    personalData: z.object({
      operation: z.object({ name: z.string(), accNumber: text, collectivity: z.string() }),
      madeAt: instant,
      participant: z.object({
        id: z.uuid(),
        kind: z.enum(["natural", "legal"]),
        name: z.string(),
        legalId: text,
        address: text,
        email: text,
        phone: text,
        isTenant: z.boolean(),
        restrictedAt: instant.nullable().describe("L’effacement a été demandé."),
        erasedAt: instant.nullable().describe("Plus rien ne nomme la personne."),
      }),
      meteringPoints: z.array(pointSchema),
      consents: z.array(consentSchema),
      complaints: z.array(complaintSchema).describe("Ce dont il s’est plaint, et ce qu’il a demandé de ses données."),
      announcements: z.array(announcementSchema).describe("Ce qui lui a été annoncé d’une clé avant son application."),
      accesses: z
        .array(
          z.object({
            account: z.string().describe("Nom du compte, tel qu’il est aujourd’hui."),
            openedAt: instant,
            endedAt: instant.nullable().describe("null : il ouvre encore son espace."),
          }),
        )
        .describe("Comptes qui lisent son espace, ou l’ont lu."),
      settledPeriods: z
        .array(
          z.object({
            from: daySchema,
            toExclusive: daySchema,
            prm: prmSchema,
            role: roleSchema,
            energyWh: z.number().describe("Soutiré ou injecté, en Wh."),
            sharedWh: z.number().describe("Autoconsommé ou autoproduit, en Wh."),
          }),
        )
        .describe("Dernier calcul de chaque période."),
      measuredMonths: z
        .array(
          z.object({
            prm: prmSchema,
            quantity: z.enum(["withdrawal", "injection", "self_consumed", "self_produced", "surplus", "complement"]),
            month: z.string().regex(/^\d{4}-\d{2}$/),
            knownWh: z.number().describe("Somme des valeurs connues, en Wh."),
            missingCount: z.number().int(),
          }),
        )
        .describe("Mesures reçues ; les courbes entières sont dans le zip."),
      prices: z.array(priceSchema).describe("Prix, contrats et choix de TVA enregistrés pour lui ou pour ses PRM."),
      money: z
        .array(moneySchema)
        .describe("Dernier calcul de chaque période ; rien d’une période où le PRM a changé de titulaire."),
      events: z.array(z.object({ at: instant, action: z.string() })),
      files: z.array(
        z.object({
          kind: z.enum(["annex_2", "measures", "consent", "complaint", "request"]),
          name: z.string(),
          sha256: z.string(),
          receivedAt: instant.nullable(),
        }),
      ),
      retention: retentionSchema,
      purposes: z.array(
        z.object({ data: z.string(), purpose: z.string(), legalBasis: z.string(), keptFor: z.string() }),
      ),
    }),
  }),
);

/** What a participant may ask for about himself. */
export const PERSONAL_DATA_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: "/api/v1/operations/{acc}/participants/{id}/personal-data",
    operationId: "exportPersonalData",
    group: "Périmètre",
    title: "Exporter les données d’un participant",
    description:
      "Tout ce qui est conservé sur un participant, pour répondre à sa demande d’accès (RGPD, art. 15 et 20). L’export est consigné au journal ; il demande le droit d’écrire.",
    scope: "write",
    query: personalDataQuerySchema,
    answers: [
      {
        status: 200,
        description: "Les données du participant.",
        content: { "application/json": personalDataSchema, "application/pdf": "text", "application/zip": "text" },
      },
    ],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" \\
  "$PRORATA/api/v1/operations/ACC00000112/participants/01890000-0000-7000-8000-00000000ffff/personal-data?format=zip"`,
  },
];
