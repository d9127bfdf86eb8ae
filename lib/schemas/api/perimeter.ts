import * as z from "zod";
import { apiComponent } from "./api-component";
import { prmSchema } from "./api-parameters";

/** The perimeter: every metering point and the days it counts. */
export const meteringPointListSchema = apiComponent(
  "MeteringPointList",
  z.object({
    meteringPoints: z.array(
      z.object({
        prm: prmSchema,
        name: z.string().describe("Nom du site."),
        participantName: z.string().describe("Participant titulaire."),
        peakPowerW: z.number().int().nullable().describe("Puissance crête d’un producteur, en W."),
        injectionContract: z.string().nullable().describe("Référence du contrat d’injection, 10 chiffres."),
        voltage: z.enum(["low", "medium"]).nullable().describe("Raccordement : BT (low) ou HTA (medium)."),
        subscribedPowerVa: z.number().int().nullable().describe("Puissance souscrite, en VA."),
        annualWithdrawalWh: z
          .number()
          .nullable()
          .describe("Consommation annuelle estimée par le titulaire, en Wh, avant qu’une année soit mesurée."),
        surfaceM2: z.number().int().nullable().describe("Surface du bâtiment, en m²."),
        energySource: z
          .enum(["solar", "wind", "hydro", "biomass", "biogas", "geothermal", "other_renewable", "non_renewable"])
          .nullable()
          .describe("Énergie d’un producteur."),
        isStorage: z.boolean().describe("Unité de stockage : à la fois consommateur et producteur."),
        attachments: z
          .array(
            z.object({
              role: z.enum(["consumer", "producer"]).describe("Consommateur ou producteur."),
              from: z.iso.date().describe("Premier jour de rattachement."),
              toExclusive: z.iso.date().nullable().describe("Premier jour qui ne compte plus ; null : sans fin."),
            }),
          )
          .describe("Rattachements au périmètre, du plus ancien au plus récent."),
      }),
    ),
  }),
);
