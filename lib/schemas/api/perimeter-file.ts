import * as z from "zod";
import { fileProblemSchema } from "./annex-2";
import { apiComponent } from "./api-component";
import { prmSchema } from "./api-parameters";

/** How a perimeter file is sent. */
export const perimeterFileQuerySchema = z.object({
  name: z.string().optional().describe("Nom du fichier, quand il est envoyé tel quel."),
});

const stayFields = {
  from: z.iso.date().describe("Premier jour de rattachement."),
  toExclusive: z.iso.date().nullable().describe("Premier jour qui ne compte plus ; null : sans fin."),
};
const staySchema = z.object(stayFields);
const registryFields = {
  prm: prmSchema,
  role: z.enum(["consumer", "producer"]).describe("Consommateur ou producteur."),
  name: z.string().describe("Nom du site."),
};
const doubtsSchema = z
  .array(z.enum(["zero_lost", "injection_contract"]))
  .describe(
    "Comment la ligne a été reconnue : zero_lost, un PRM de 13 chiffres ; injection_contract, par la référence du contrat.",
  );

/** What the operator's perimeter says otherwise than the registry. */
export const perimeterFileAnswerSchema = apiComponent(
  "PerimeterFileAnswer",
  z.object({
    perimeterFile: z.object({
      fileName: z.string(),
      identicalCount: z.number().int().describe("Rattachements du registre que le fichier confirme."),
      differing: z
        .array(z.object({ ...registryFields, ours: staySchema, theirs: staySchema, doubts: doubtsSchema }))
        .describe("Rattachements dont les dates diffèrent : celles du registre (ours), celles du fichier (theirs)."),
      onlyRegistry: z
        .array(z.object({ ...registryFields, ...stayFields }))
        .describe("Rattachements que le fichier n’a pas."),
      onlyFile: z
        .array(
          z.object({
            prm: prmSchema,
            isKnown: z.boolean().describe("Le registre a ce PRM, mais pas ces jours."),
            ...stayFields,
            doubts: doubtsSchema,
          }),
        )
        .describe("Rattachements que le registre n’a pas."),
      unknown: z
        .array(z.object({ text: z.string().describe("L’identifiant, comme écrit."), ...stayFields }))
        .describe("Lignes dont l’identifiant n’est celui de personne."),
      problems: z.array(fileProblemSchema).describe("Avertissements ; les 20 premiers de chaque sorte."),
      errorCount: z.number().int(),
      warningCount: z.number().int(),
    }),
  }),
);
