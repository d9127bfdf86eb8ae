import * as z from "zod";
import { PRICE_KINDS } from "@/lib/domain/tariffs/price-entry";
import { isCivilDate } from "@/lib/domain/time/civil-date";
import { apiComponent } from "./api-component";
import { apiDaySchema, prmSchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { EXAMPLE, get, OPERATION, ok } from "./route-parts";

const valuesSchema = z
  .record(z.string(), z.union([z.number().int(), z.string()]))
  .describe(
    "Valeurs, en cent-millièmes d’euro par kWh hors taxes (20 c€/kWh : 20000), par poste (BASE, HP, HC, HPH, HCH, HPB, HCB) ; BASE seul pour internal, resale, excise. vat : supply, internal, fee en millionièmes. fee : energy, et period en cent-millièmes d’euro. contract : formula, option (ordinary, shared), excise (households, small_business, high_power). vat_choice : included 0 ou 1. substation : single 0 ou 1. Vide : à renseigner à partir de ce jour.",
  );

const priceFields = {
  kind: z
    .enum(PRICE_KINDS)
    .describe(
      "supply : complément ; internal : énergie partagée ; resale : surplus ; network_ordinary, network_shared, network_complement : réseau sans l’option, avec l’option pour l’autoconsommé et pour le complément ; excise, excise_shared : accise ; vat ; fee : frais de gestion ; contract : formule, option et catégorie d’un PRM ; vat_choice ; substation.",
    ),
  from: apiDaySchema.refine(isCivilDate).describe("Premier jour où ce prix vaut, jusqu’au suivant."),
  values: valuesSchema,
  source: z.string().min(1).max(300).describe("D’où il vient : contrat, délibération, article."),
  prm: prmSchema
    .nullish()
    .describe("Un PRM consommateur, ou le producteur d’un prix de revente ; sinon toute l’opération."),
  producerPrm: prmSchema.nullish().describe("Le producteur d’une paire, avec prm : prix entre eux deux."),
  participantId: z.uuid().nullish().describe("Un participant : ce qu’il paie, ou son choix de TVA."),
  code: z.string().max(40).nullish().describe("Formule de réseau (CU4, MU4…) ou catégorie d’accise."),
};

const MOST = 5000;

/** What `PUT …/prices` takes. */
export const putPricesBodySchema = apiComponent(
  "PutPrices",
  z.object({ prices: z.array(z.object(priceFields)).min(1).max(MOST) }),
);

export const pricesQuerySchema = z.object({
  format: z.enum(["json", "csv"]).optional().describe("Format de la réponse ; l’emporte sur l’en-tête Accept."),
});

const priceSchema = z.object({
  ...priceFields,
  from: z.iso.date(),
  prm: prmSchema.nullable(),
  producerPrm: prmSchema.nullable(),
  participantId: z.uuid().nullable(),
  code: z.string().nullable(),
});

export const priceListSchema = apiComponent(
  "PriceList",
  z.object({
    prices: z.array(priceSchema).describe("Enregistrés dans l’opération, du plus ancien au plus récent."),
    shipped: z
      .array(priceSchema)
      .describe(
        "Tarifs publics fournis : chacun vaut jusqu’au jour du premier prix que l’opération enregistre pour la même chose.",
      ),
    hiddenPrices: z
      .number()
      .int()
      .describe("Prix, contrats et choix propres à des habitants, non donnés à qui ne peut que lire."),
  }),
);

/** Which periods are asked for. */
export const moneyQuerySchema = z
  .object({
    from: apiDaySchema.refine(isCivilDate).describe("Les périodes qui commencent ce jour ou après."),
    to: apiDaySchema.refine(isCivilDate).describe("Et avant ce jour."),
  })
  .refine(({ from, to }) => from < to, { path: ["to"], message: "La fin vient après le début" });

const cents = (description: string) =>
  z.number().int().nullable().describe(`${description}, en centimes ; null : un prix manque.`);

const savingFields = {
  savedCents: cents("Ce que les consommateurs paient de moins, la somme des six parts"),
  withoutCents: cents("Ce qu’ils auraient payé sans l’opération"),
  supplyCents: cents("Fourniture évitée"),
  internalCents: cents("Payé aux producteurs, négatif"),
  networkCents: cents("Réseau"),
  exciseCents: cents("Accise"),
  vatCents: cents("TVA"),
  feeCents: cents("Frais de gestion, négatifs"),
};

export const operationMoneySchema = apiComponent(
  "OperationMoney",
  z.object({
    months: z.array(
      z.object({
        from: z.iso.date(),
        toExclusive: z.iso.date(),
        runId: z.uuid(),
        ...savingFields,
        incomeCents: cents("Reçu par les producteurs des consommateurs, hors taxes"),
        resaleCents: cents("Surplus revendu, hors taxes"),
        lacking: z.number().int().describe("PRM auxquels il manque un prix."),
      }),
    ),
    meteringPoints: z.array(z.object({ prm: prmSchema, name: z.string(), ...savingFields })),
    residents: z
      .object({
        pointCount: z.number().int().describe("PRM consommateurs."),
        siteCount: z
          .number()
          .int()
          .describe("Parmi eux, les plus petits sites d’autres titulaires, ajoutés pour que personne ne soit seul."),
        ...savingFields,
        lacking: z.array(z.string()).describe("Ce qu’il faut renseigner."),
      })
      .nullable()
      .describe("Les habitants ensemble, pour qui ne peut que lire ; null : ils sont un à un, ou il n’y en a pas."),
    lacking: z.array(
      z.object({ prm: prmSchema, name: z.string(), gaps: z.array(z.string()).describe("Ce qu’il faut renseigner.") }),
    ),
  }),
);

const GROUP = "Prix et économies";

/** Prices, and what an operation changes in money. */
export const MONEY_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${OPERATION}/prices`,
    operationId: "listPrices",
    group: GROUP,
    title: "Lire les prix",
    description:
      "Les prix, taux et choix enregistrés, avec leur source et le jour où ils commencent, et les tarifs publics fournis. En CSV : une ligne par PRM consommateur, le tableau que l’écran « Prix » relit.",
    scope: "read",
    query: pricesQuerySchema,
    answers: [
      { status: 200, description: "Les prix.", content: { "application/json": priceListSchema, "text/csv": "text" } },
    ],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: get(`${EXAMPLE}/prices`),
  },
  {
    method: "PUT",
    path: `${OPERATION}/prices`,
    operationId: "setPrices",
    group: GROUP,
    title: "Fixer des prix",
    description:
      "Enregistre des prix à partir d’un jour, tous ou aucun. Ce qui valait pour la même chose depuis ce même jour est remplacé et reste dans l’historique. Les montants des résultats déjà calculés sont recalculés ; les résultats eux-mêmes ne changent pas.",
    scope: "write",
    body: {
      kind: "json",
      schema: putPricesBodySchema,
      example: {
        prices: [
          {
            ...{ kind: "supply", from: "2026-04-01", prm: "30001234567890" },
            values: { HP: 21500, HC: 16200 },
            source: "Marché 2026, lot 2",
          },
        ],
      },
    },
    answers: [
      ok(
        "Enregistrés.",
        apiComponent("PricesChanged", z.object({ changed: z.number().int().describe("Prix qui ont changé.") })),
      ),
    ],
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      { status: 413, codes: ["BODY_TOO_LARGE"] },
      {
        status: 422,
        codes: [
          "UNKNOWN_METERING_POINT",
          "UNKNOWN_PARTICIPANT",
          "DUPLICATE_ID",
          "DATA_ERASED",
          "INVALID_PRICE",
          "NUMBER_TOO_LARGE",
        ],
      },
    ],
    curl: `curl -X PUT -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "prices": [ { "kind": "supply", "from": "2026-04-01", "prm": "30001234567890",
        "values": { "HP": 21500, "HC": 16200 }, "source": "Marché 2026, lot 2" } ] }' \\
  "$PRORATA${EXAMPLE}/prices"`,
  },
  {
    method: "GET",
    path: `${OPERATION}/money`,
    operationId: "readMoney",
    group: GROUP,
    title: "Lire les économies",
    description:
      "Ce que les consommateurs paient de moins avec l’opération que sans elle, et ce que reçoivent les producteurs, période par période et PRM par PRM : les montants du dernier résultat de chaque période.",
    scope: "read",
    query: moneyQuerySchema,
    answers: [ok("Les montants.", operationMoneySchema)],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: get(`${EXAMPLE}/money?from=2026-01-01&to=2027-01-01`),
  },
];
