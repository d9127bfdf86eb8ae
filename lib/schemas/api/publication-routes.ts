import * as z from "zod";
import { apiComponent } from "./api-component";
import type { ApiRoute } from "./api-route";
import { ok } from "./route-parts";

const held = "null : retenu, ou inconnu.";
const energy = (what: string) => z.number().nullable().describe(`${what} [Wh] ${held}`);
const rate = (what: string) => z.number().nullable().describe(`${what}, de 0 à 1. ${held}`);

/** The figures of a published operation, for anybody. */
export const publishedMonthsSchema = apiComponent(
  "PublishedMonths",
  z.object({
    operation: z.object({
      slug: z.string().describe("Nom de l’opération dans les adresses."),
      name: z.string(),
      publisher: z.string().describe("La collectivité qui publie."),
      startDay: z.iso.date().describe("Premier jour du partage."),
    }),
    license: z.literal("Licence Ouverte 2.0"),
    updatedAt: z.iso.datetime().nullable().describe("Dernier calcul des chiffres publiés ; null sans aucun."),
    months: z
      .array(
        z.object({
          from: z.iso.date().describe("Premier jour de la période."),
          to: z.iso.date().describe("Premier jour qui n’en est plus."),
          version: z.number().int().describe("Version du résultat."),
          settledAt: z.iso.datetime().describe("Quand il a été calculé."),
          productionWh: energy("Production des toits."),
          selfConsumedWh: energy("Part utilisée dans l’opération, pas à pas."),
          surplusWh: energy("Reste de la production."),
          withdrawalWh: energy("Consommation tirée du réseau."),
          complementWh: energy("Ce que les fournisseurs habituels ont livré."),
          selfConsumptionRate: rate("Autoconsommé ÷ production"),
          selfProductionRate: rate("Autoconsommé ÷ soutirage"),
          coverageRate: z
            .number()
            .nullable()
            .describe(`Production ÷ soutirage, plus de 1 quand il est produit plus qu’il n’est soutiré. ${held}`),
          avoidedCarbonG: z.number().nullable().describe(`Émissions évitées. [g CO₂e] ${held}`),
          savedCents: z
            .number()
            .int()
            .nullable()
            .describe(`Ce que les consommateurs paient en moins. [centimes] ${held}`),
        }),
      )
      .describe("Les périodes clôturées, de la plus récente à la plus ancienne."),
  }),
);

const DESCRIPTION =
  "Les chiffres qu’une collectivité publie de son opération, sans clé : périodes clôturées seulement, et jamais un chiffre d’où l’énergie d’un ou deux participants protégés se déduirait. Une opération inconnue et une opération qui ne publie rien répondent de même.";
const ERRORS: ApiRoute["errors"] = [
  { status: 404, codes: ["NOT_FOUND"] },
  { status: 429, codes: ["TOO_MANY_REQUESTS"] },
];
const UNCHANGED = { status: 304, description: "Inchangé depuis l’ETag envoyé.", content: {} } as const;
const PATH = "/api/v1/published-operations/{slug}";

/** Open data: what anybody may read. */
export const PUBLICATION_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${PATH}/months.json`,
    operationId: "readPublishedMonths",
    group: "Données ouvertes",
    title: "Lire les chiffres publiés d’une opération",
    description: DESCRIPTION,
    scope: null,
    answers: [ok("Les chiffres publiés.", publishedMonthsSchema), UNCHANGED],
    errors: ERRORS,
    curl: 'curl "$PRORATA/api/v1/published-operations/ma-commune/months.json"',
  },
  {
    method: "GET",
    path: `${PATH}/months.csv`,
    operationId: "downloadPublishedMonths",
    group: "Données ouvertes",
    title: "Télécharger les chiffres publiés d’une opération en CSV",
    description: `${DESCRIPTION} UTF-8 avec marque d’ordre, point-virgules, virgule décimale, dates AAAA-MM-JJ. Colonnes : debut et dernier_jour (inclus), production_kwh, autoconsomme_kwh, surplus_kwh, soutirage_kwh, complement_kwh, taux_autoconsommation, taux_autoproduction et taux_couverture (de 0 à 1), co2_evite_kg, economie_eur, version, calcule_le (UTC). Une case vide : retenu, ou inconnu.`,
    scope: null,
    answers: [{ status: 200, description: "Le tableau.", content: { "text/csv": "text" } }, UNCHANGED],
    errors: ERRORS,
    curl: 'curl "$PRORATA/api/v1/published-operations/ma-commune/months.csv"',
  },
];
