import * as z from "zod";
import { apiComponent } from "./api-component";
import { prmSchema } from "./api-parameters";

const energyWh = (description: string) => z.number().nonnegative().describe(`${description}, en Wh.`);
const rate = (description: string) => z.number().nonnegative().nullable().describe(`${description} Null si indéfini.`);

export const periodSchema = apiComponent(
  "Period",
  z
    .object({
      from: z.iso.date().describe("Premier jour."),
      toExclusive: z.iso.date().describe("Premier jour qui ne compte plus."),
    })
    .describe("Période de calcul, d’une date anniversaire mensuelle à la suivante."),
);

const indicatorsSchema = apiComponent(
  "Indicators",
  z.object({
    selfConsumptionRate: rate("Taux d’autoconsommation : autoconsommé / production, de 0 à 1."),
    selfProductionRate: rate("Taux d’autoproduction : autoconsommé / soutirage, de 0 à 1."),
    coverageRate: rate("Taux de couverture : production / soutirage, peut dépasser 1."),
  }),
);

const runFields = {
  id: z.uuid(),
  period: periodSchema,
  version: z.number().int().positive().describe("1 pour le premier calcul de la période, puis 2, 3…"),
  createdAt: z.iso.datetime(),
  stepMinutes: z.number().int().describe("Pas du calcul, en minutes."),
  engineVersion: z.string().describe("Version du moteur de calcul."),
  inputFingerprint: z.string().describe("SHA-256 de toutes les données d’entrée, en hexadécimal."),
  correctedSteps: z.number().int().nonnegative().describe("Valeurs corrigées (art. 5.2.3)."),
  totals: z.object({
    productionWh: energyWh("Production"),
    withdrawalWh: energyWh("Soutirage"),
    selfConsumedWh: energyWh("Autoconsommé"),
    complementWh: energyWh("Complément, fourni par les fournisseurs"),
    surplusWh: energyWh("Surplus, que personne n’a utilisé dans l’opération"),
  }),
  indicators: indicatorsSchema,
};

const pointFields = {
  prm: prmSchema,
  name: z.string(),
  participantName: z.string(),
  correctedSteps: z.number().int().nonnegative().describe("Valeurs corrigées de ce PRM."),
};

const ruleSchema = apiComponent(
  "SettlementRule",
  z
    .object({
      from: z.iso.date(),
      toExclusive: z.iso.date(),
      keyId: z.uuid().nullable(),
      chosenKind: z
        .enum(["static", "dynamic_simple", "dynamic_full", "default"])
        .nullable()
        .describe("Clé choisie par la personne morale organisatrice ; null si aucune."),
      appliedKind: z.enum(["static", "dynamic_simple", "dynamic_full", "default"]).describe("Clé appliquée."),
      reason: z
        .string()
        .describe(
          "Pourquoi : static_values (valeurs statiques notifiées), default_chosen (clé par défaut choisie), dynamic_values (valeurs dynamiques notifiées), dynamic_not_notified (clé dynamique, rien de notifié), dynamic_notified_late (notifiée après le 4e jour ouvré), dynamic_faulty (notifiée, mais non conforme à l’annexe 5), no_key (aucune clé).",
        ),
      deliveryId: z.uuid().optional().describe("La clé du mois dont les valeurs ont été appliquées."),
      exceptions: z
        .array(
          z.object({
            fromMs: z.number().int().describe("Début du premier pas, en millisecondes depuis 1970 UTC."),
            toMs: z.number().int().describe("Fin du dernier pas, de même."),
            producerPrm: prmSchema.nullable().describe("Le producteur concerné ; null : tous."),
            reason: z
              .enum(["step_faulty", "producer_step_faulty"])
              .describe(
                "step_faulty : pas non conforme ou rejeté, clé par défaut ; producer_step_faulty : celui d’un producteur seulement, son énergie est du surplus (art. 4.4).",
              ),
          }),
        )
        .describe("Les pas où la règle de la période n’a pas été appliquée."),
      articles: z.array(z.string()).describe("Articles de la convention."),
    })
    .describe("Quels coefficients ont été appliqués, de quel jour à quel jour, et pourquoi."),
);

/** One run with what it gave each metering point. */
export const runSchema = apiComponent(
  "Run",
  z.object({
    run: z.object({
      ...runFields,
      rules: z.array(ruleSchema),
      consumers: z.array(
        z.object({
          ...pointFields,
          withdrawalWh: energyWh("Soutirage"),
          selfConsumedWh: energyWh("Autoconsommé"),
          complementWh: energyWh("Complément"),
        }),
      ),
      producers: z.array(
        z.object({
          ...pointFields,
          injectionWh: energyWh("Injection"),
          selfProducedWh: energyWh("Autoproduit"),
          surplusWh: energyWh("Surplus"),
        }),
      ),
      pairs: z
        .array(z.object({ producerPrm: prmSchema, consumerPrm: prmSchema, energyWh: energyWh("Énergie partagée") }))
        .describe("Ce que chaque producteur a donné à chaque consommateur."),
    }),
  }),
);

/** Every version of every settled period. */
export const runListSchema = apiComponent("RunList", z.object({ runs: z.array(z.object(runFields)) }));

/** A metering point some days of which miss values. */
export const missingPointSchema = apiComponent(
  "MissingPoint",
  z.object({
    prm: prmSchema,
    name: z.string(),
    role: z.enum(["consumer", "producer"]),
    days: z.array(z.iso.date()).describe("Jours où une valeur manque sans pouvoir être corrigée."),
  }),
);

/** Where a period stands. */
export const periodStatusSchema = apiComponent(
  "PeriodStatus",
  z.object({
    period: periodSchema,
    state: z
      .enum(["running", "no_perimeter", "waiting", "ready", "settled", "to_recompute", "closed"])
      .describe(
        "running : pas encore finie ; no_perimeter : sans producteur ou sans consommateur ; waiting : il manque des mesures ; ready : peut être calculée ; settled : calculée ; to_recompute : calculée, mais des données ont changé depuis ; closed : close, son résultat ne change plus.",
      ),
    isStale: z.boolean().describe("Des données ont changé depuis le dernier calcul ; une période close le reste."),
    run: z
      .object({ id: z.uuid(), version: z.number().int(), createdAt: z.iso.datetime() })
      .nullable()
      .describe("Dernier calcul, ou null."),
    missing: z.array(missingPointSchema).describe("Ce que la période attend."),
  }),
);

/** The settlement periods and where each stands. */
export const periodListSchema = apiComponent(
  "PeriodList",
  z.object({
    periods: z.array(periodStatusSchema),
    coming: z.array(periodSchema).describe("Les prochaines périodes, qui n’ont pas commencé."),
  }),
);

const curve = (description: string) =>
  z.array(z.number().nullable()).describe(`${description}, en Wh par pas ; null : manquant.`);

const curveFields = {
  prm: prmSchema,
  name: z.string(),
  origins: z
    .array(z.enum(["measured", "interpolated", "copied", "missing", "manual"]))
    .nullable()
    .describe("D’où vient chaque valeur ; null quand toutes sont mesurées."),
};

/** Curves of a run. */
export const runSeriesSchema = apiComponent(
  "RunSeries",
  z.object({
    series: z.object({
      start: z.iso.datetime().describe("Début du premier pas, en UTC."),
      stepMinutes: z.number().int(),
      stepCount: z.number().int().describe("46, 48 ou 50 demi-heures par jour selon le changement d’heure."),
      operation: z
        .object({
          productionWh: curve("Production"),
          withdrawalWh: curve("Soutirage"),
          selfConsumedWh: curve("Autoconsommé"),
        })
        .nullable()
        .describe("L’opération entière ; null quand un PRM est demandé."),
      consumers: z.array(
        z.object({
          ...curveFields,
          withdrawalWh: curve("Soutirage"),
          selfConsumedWh: curve("Autoconsommé"),
          complementWh: curve("Complément"),
        }),
      ),
      producers: z.array(
        z.object({
          ...curveFields,
          injectionWh: curve("Injection"),
          selfProducedWh: curve("Autoproduit"),
          surplusWh: curve("Surplus"),
        }),
      ),
    }),
  }),
);
