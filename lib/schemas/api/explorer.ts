import * as z from "zod";
import { apiComponent } from "./api-component";
import { apiDaySchema } from "./api-parameters";

const MAX_CHOICES = 20;
const MAX_DAYS = 366;
const DAY_MS = 86_400_000;
const CHOICE = /^(?:consumers|producers|\d{14}|participant:[0-9a-f-]{36})$/;

export const explorerQuerySchema = z
  .object({
    curves: z
      .string()
      .transform((text) => text.split(",").map((word) => word.trim()))
      .refine((words) => words.length <= MAX_CHOICES && words.every((word) => CHOICE.test(word)), {
        error: "Au plus 20 courbes, séparées par des virgules : consumers, producers, un PRM, participant:{id}",
      })
      .describe(
        "Courbes, séparées par des virgules : consumers (tous les consommateurs), producers, un PRM, participant: et son identifiant.",
      ),
    from: apiDaySchema.describe("Premier jour, à Paris."),
    to: apiDaySchema.describe("Premier jour qui n’est plus demandé ; 366 jours au plus."),
    sum: z.enum(["true", "false"]).default("false").describe("true : une seule courbe par grandeur, somme des autres."),
    grain: z
      .enum(["step", "hour", "day", "week", "month"])
      .optional()
      .describe(
        "Résumé par pas, heure, jour, semaine ou mois de Paris. En JSON, 1 500 points par courbe au plus : un résumé trop fin est élargi, et la réponse dit lequel elle donne. En CSV et XLSX, le pas de l’opération par défaut.",
      ),
    format: z
      .enum(["json", "csv", "xlsx"])
      .optional()
      .describe("Format de la réponse ; l’emporte sur l’en-tête Accept. JSON par défaut."),
  })
  .refine(({ from, to }) => from < to, { path: ["to"], error: "Le jour de fin suit le jour de début" })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= MAX_DAYS * DAY_MS, {
    path: ["to"],
    error: "Une demande couvre 366 jours au plus",
  });

const numbers = z.array(z.number().nullable());

const explorerCurveSchema = z.object({
  subject: z
    .enum(["consumers", "producers", "participant", "point", "points"])
    .describe("Ce dont c’est la courbe ; points : une somme."),
  name: z.string().nullable().describe("Nom du site ou du participant."),
  prm: z.string().nullable().describe("PRM, pour un point de mesure."),
  quantity: z.enum(["withdrawal", "injection"]).describe("Soutirage ou injection."),
  memberCount: z.number().int().describe("Nombre de points de mesure additionnés."),
  totalWh: z.number().nullable().describe("Énergie de la période, en Wh ; null dès qu’une valeur manque."),
  knownWh: z.number().describe("Énergie des pas où tout est connu, en Wh."),
  incompleteSteps: z.number().int().describe("Pas où une valeur manque."),
  correctedSteps: z.number().int().describe("Pas corrigés par la règle de la convention (art. 5.2.3)."),
  manualSteps: z.number().int().describe("Pas saisis à la main."),
  energyWh: numbers.describe("Énergie de chaque point, en Wh ; null dès qu’une valeur manque."),
  meanW: numbers.describe("Puissance moyenne de ce qui est connu, en W."),
  minW: numbers.describe("Puissance la plus basse d’un pas, en W."),
  maxW: numbers.describe("Puissance la plus haute d’un pas, en W."),
  state: z
    .array(z.enum(["measured", "corrected", "manual", "missing", "outside"]))
    .describe("Le plus grave de ce qu’il faut en dire ; outside : personne ne participe alors."),
});

export const explorerSchema = apiComponent(
  "Explorer",
  z.object({
    explorer: z.object({
      stepMinutes: z.number().int().describe("Pas de l’opération, en minutes."),
      grain: z.enum(["step", "hour", "day", "week", "month"]).describe("Ce que résume un point."),
      starts: z.array(z.iso.datetime()).describe("Début de chaque point, en temps universel."),
      end: z.iso.datetime().describe("Fin du dernier point."),
      unknown: z.array(z.string()).describe("Courbes demandées qui ne sont pas dans l’opération."),
      omittedCount: z.number().int().describe("Courbes laissées de côté, au-delà de 20."),
      curves: z.array(explorerCurveSchema).describe("Les courbes, dans l’ordre demandé."),
    }),
  }),
);
