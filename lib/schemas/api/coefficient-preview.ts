import * as z from "zod";
import { keyRuleSchemaOf } from "@/lib/schemas/key-rule";
import { apiComponent } from "./api-component";
import { prmSchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { EXAMPLE, OPERATION, ok } from "./route-parts";

/** A key to try: the default one, the fixed share of each consumer, or a rule. */
export const coefficientPreviewBodySchema = apiComponent(
  "CoefficientPreviewRequest",
  z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("default") }).describe("Au prorata du soutirage, à chaque pas."),
      z
        .object({
          kind: z.literal("static"),
          ppm: z.record(
            prmSchema,
            z.number().meta({
              type: "integer",
              minimum: 0,
              maximum: 1_000_000,
              description: "Part de la production, en millionièmes : entier de 0 à 1 000 000.",
            }),
          ),
        })
        .describe("Une part fixe par consommateur, désigné par son PRM ; une part absente vaut 0."),
      z
        .object({
          kind: z.literal("dynamic_simple"),
          rule: keyRuleSchemaOf(prmSchema),
          decimals: z.number().int().min(0).max(4).default(2).describe("Précision : décimales des pourcentages."),
        })
        .describe(
          "Une part par pas, faite par une règle : au prorata, par rangs de priorité, par calendrier. Un PRM hors de l’opération n’y change rien.",
        ),
    ])
    .describe("La clé à essayer."),
);

const energyWh = (description: string) => z.number().nonnegative().describe(`${description}, en Wh.`);
const rate = (description: string) =>
  z.number().min(0).max(1).nullable().describe(`${description}, de 0 à 1 ; null si indéfini.`);

const pointFields = {
  prm: prmSchema,
  name: z.string(),
  from: z.iso.date().describe("Premier jour où il compte dans l’opération."),
  origin: z
    .enum(["measured", "completed", "typical"])
    .describe(
      "measured : courbe mesurée ; completed : mesures complétées par un profil type ; typical : profil type seul.",
    ),
  profile: z
    .enum(["dwelling", "public_building", "solar_roof"])
    .nullable()
    .describe("Profil type employé : logement, bâtiment public, toiture solaire ; null quand tout est mesuré."),
};

const totalFields = {
  selfConsumedWh: energyWh("Autoconsommé"),
  surplusWh: energyWh("Surplus, que personne n’aurait utilisé dans l’opération"),
  selfConsumptionRate: rate("Autoconsommé / production"),
  selfProductionRate: rate("Autoconsommé / soutirage"),
  boundRatio: rate("Autoconsommé / borne : part du meilleur possible"),
};

const totalsSchema = apiComponent("CoefficientPreviewTotals", z.object(totalFields));

const consumerSharesSchema = z.object({
  selfConsumedWh: energyWh("Autoconsommé"),
  complementWh: energyWh("Complément"),
  selfProductionRate: rate("Autoconsommé / soutirage"),
});

const producerSharesSchema = z.object({
  selfProducedWh: energyWh("Autoproduit"),
  surplusWh: energyWh("Surplus"),
});

/** What the key would have given, beside the one in force. */
export const coefficientPreviewSchema = apiComponent(
  "CoefficientPreview",
  z.object({
    preview: z.object({
      from: z.iso.date().describe("Premier jour des douze mois."),
      toExclusive: z.iso.date().describe("Premier jour qui ne compte plus."),
      stepCount: z.number().int().describe("Pas de temps des douze mois."),
      leftOutSteps: z
        .number()
        .int()
        .nonnegative()
        .describe("Pas laissés de côté parce qu’une mesure manque ; ils ne comptent pour personne."),
      productionWh: energyWh("Production"),
      withdrawalWh: energyWh("Soutirage"),
      boundWh: energyWh("Ce qu’aucune clé ne peut dépasser : Σ min(production, soutirage) à chaque pas"),
      tried: totalsSchema.describe("La clé essayée."),
      inForce: totalsSchema
        .extend({
          kind: z
            .enum(["static", "dynamic_simple", "dynamic_full", "default"])
            .nullable()
            .describe("Type de la clé en vigueur ; null si aucune."),
          comparedKind: z
            .enum(["static", "default"])
            .describe("Ce qui sert de comparaison : la clé par défaut quand celle en vigueur n’est pas statique."),
        })
        .describe("La clé en vigueur aujourd’hui, sur les mêmes courbes."),
      consumers: z.array(
        z.object({
          ...pointFields,
          annualWh: energyWh("Consommation des douze mois, les pas qui manquent estimés d’après les autres"),
          isAnnualMeasured: z.boolean().describe("Vrai quand chaque pas est mesuré, ou corrigé (art. 5.2.3)."),
          withdrawalWh: energyWh("Soutirage des pas qui comptent"),
          tried: consumerSharesSchema,
          inForce: consumerSharesSchema,
        }),
      ),
      producers: z.array(
        z.object({
          ...pointFields,
          productionWh: energyWh("Production"),
          tried: producerSharesSchema,
          inForce: producerSharesSchema,
        }),
      ),
      months: z.array(
        z.object({
          from: z.iso.date().describe("Premier jour du mois."),
          productionWh: energyWh("Production"),
          boundWh: energyWh("Borne"),
          triedWh: energyWh("Autoconsommé avec la clé essayée"),
          inForceWh: energyWh("Autoconsommé avec la clé en vigueur"),
        }),
      ),
      leftOut: z
        .array(
          z.object({
            prm: prmSchema,
            name: z.string(),
            role: z.enum(["consumer", "producer"]),
            reason: z
              .enum(["no_figure", "no_profile"])
              .describe("no_figure : ni mesure ni chiffre saisi ; no_profile : aucun profil type pour cette énergie."),
          }),
        )
        .describe("Les PRM que rien ne décrit : ils ne comptent pas."),
      leftOutPpm: z.number().int().describe("Part que la clé donne à ces PRM ; elle compte comme surplus."),
    }),
  }),
);

export type CoefficientPreview = z.output<typeof coefficientPreviewSchema>["preview"];

/** Trying a key before it is chosen. */
export const COEFFICIENT_PREVIEW_ROUTES: readonly ApiRoute[] = [
  {
    method: "POST",
    path: `${OPERATION}/coefficients/preview`,
    operationId: "previewCoefficients",
    group: "Coefficients",
    title: "Essayer une clé",
    description:
      "Ce qu’une clé aurait donné à chaque consommateur et à chaque producteur sur les douze derniers mois mesurés, avec le périmètre d’aujourd’hui, à côté de la clé en vigueur. Rien n’est enregistré. Une année qui n’est pas entièrement mesurée est complétée par un profil type, et chaque PRM concerné le dit.",
    scope: "read",
    body: {
      kind: "json",
      schema: coefficientPreviewBodySchema,
      example: { kind: "static", ppm: { "30001234567890": 600_000, "30001234567891": 400_000 } },
    },
    answers: [ok("Ce que la clé aurait donné.", coefficientPreviewSchema)],
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      { status: 413, codes: ["BODY_TOO_LARGE"] },
      {
        status: 422,
        codes: [
          "UNKNOWN_METERING_POINT",
          "INVALID_COEFFICIENT",
          "COEFFICIENTS_ABOVE_ONE",
          "INVALID_KEY_RULE",
          "CALENDAR_OVERLAP",
          "NUMBER_TOO_LARGE",
        ],
      },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "kind": "static", "ppm": { "30001234567890": 600000, "30001234567891": 400000 } }' \\
  "$PRORATA${EXAMPLE}/coefficients/preview"`,
  },
];
