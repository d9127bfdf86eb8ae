import * as z from "zod";
import { daySchema } from "./day";

const textSchema = (max: number) => z.string().max(max, `${max} caractères au plus`).nullable();

const pilotSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("member"), userId: z.uuid().describe("Identifiant d’un membre de la collectivité.") }),
  z.object({
    kind: z.literal("service"),
    name: z.string().max(200, "200 caractères au plus").describe("Nom d’un service, sans nom de personne."),
  }),
]);

/** What is changed of a note: a field that is absent stays as it is, null takes it back. */
export const noteChangeSchema = z.object({
  explanation: textSchema(10_000).optional().describe("Explication, texte libre ; les sauts de ligne sont gardés."),
  outReason: textSchema(2_000).optional().describe("Pourquoi l’action n’est pas concernée."),
  pilot: pilotSchema.nullable().optional().describe("Qui s’en occupe : un membre, ou un service."),
  dueDay: daySchema.nullable().optional().describe("Échéance : dernier jour pour la faire."),
});
