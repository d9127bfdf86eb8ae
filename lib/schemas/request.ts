import * as z from "zod";
import { REQUEST_KINDS } from "@/lib/domain/requests/request-kind";
import { REQUEST_SUBJECTS } from "@/lib/domain/requests/request-progress";
import { SUSPENSION_GROUNDS } from "@/lib/domain/requests/suspension-ground";
import { parsePercentPpm } from "@/lib/format/parse-percent-ppm";
import { daySchema } from "./day";
import { operationAddressSchema } from "./operation";

const WHOLE_PPM = 1_000_000;
const MAX_LINES = 2_000;
const MAX_TEXT = 500;

const reasonSchema = z
  .string()
  .trim()
  .max(MAX_TEXT, `${MAX_TEXT} caractères au plus`)
  .transform((text) => text || null);

/** `entry|id|consumer+producer`: a metering point, what it does, as what. */
const lineSchema = z
  .string()
  .regex(/^(entry|exit)\|[0-9a-f-]{36}\|(consumer|producer)(\+producer)?$/, "Choix illisible : rechargez la page.")
  .transform((text) => {
    const [move, meteringPointId = "", roles = ""] = text.split("|");
    return roles.split("+").map((role) => ({
      meteringPointId,
      role: role === "producer" ? ("producer" as const) : ("consumer" as const),
      move: move === "entry" ? ("entry" as const) : ("exit" as const),
    }));
  });

const percentSchema = z.string().transform((text, context) => {
  const ppm = text.trim() === "" ? 0 : parsePercentPpm(text);
  if (ppm !== null) return ppm;
  context.addIssue({ code: "custom", message: `« ${text} » n’est pas un pourcentage. Exemple : 12,5` });
  return z.NEVER;
});

/** Which request an act is about. */
export const requestAddressSchema = z.object({ operation: operationAddressSchema, request: z.uuid() });

/** A request as its form sends it: what is not asked for its kind is absent. */
export const requestFormSchema = z
  .object({
    operation: operationAddressSchema,
    /** Empty for a new one. */
    request: z.union([z.literal("").transform(() => null), z.uuid()]),
    kind: z.enum(REQUEST_KINDS),
    wantedDay: daySchema,
    reason: reasonSchema,
    ground: z.enum(SUSPENSION_GROUNDS, "Choisissez un motif").nullable(),
    /** A version of the key to send as it is, in the place of values of its own. */
    version: z.uuid().nullable(),
    lines: z
      .array(lineSchema)
      .max(MAX_LINES)
      .transform((lines) => lines.flat()),
    keyKind: z.enum(["static", "dynamic_simple", "dynamic_full", "default"], "Choisissez un type").nullable(),
    percents: z.record(z.uuid(), percentSchema),
  })
  .superRefine(({ kind, lines, keyKind, percents, ground, version }, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    if (kind === "perimeter" && lines.length === 0)
      refuse("lines", "Choisissez au moins un PRM qui entre ou qui sort.");
    if (kind === "suspension" && ground === null) refuse("ground", "Choisissez un motif");
    if (kind === "coefficient_kind" && keyKind === null && version === null) refuse("keyKind", "Choisissez un type");
    const sum = Object.values(percents).reduce((total, ppm) => total + ppm, 0);
    if (keyKind === "static" && sum > WHOLE_PPM) refuse("percents", "La somme des coefficients dépasse 100 %.");
    if (keyKind === "static" && sum === 0) refuse("percents", "Donnez une part à au moins un consommateur.");
  });

const tickedSchema = z
  .literal("on")
  .optional()
  .transform((ticked) => ticked === "on");

/** That a request left. */
export const sendRequestSchema = requestAddressSchema.extend({ day: daySchema, shortNotice: tickedSchema });

/** That the operator accepted. */
export const acceptRequestSchema = requestAddressSchema.extend({ day: daySchema, effectDay: daySchema });

export const withdrawRequestSchema = requestAddressSchema.extend({ day: daySchema });

const problemSchema = z.object({
  meteringPointId: z.union([z.literal("").transform(() => null), z.uuid()]),
  subject: z.enum(REQUEST_SUBJECTS, "Choisissez ce que l’anomalie concerne"),
  text: z
    .string()
    .trim()
    .min(1, "Recopiez ce que le gestionnaire écrit")
    .max(MAX_TEXT, `${MAX_TEXT} caractères au plus`),
});

/** That the operator found an anomaly: what to mend, line by line. */
export const reportAnomalySchema = requestAddressSchema.extend({
  day: daySchema,
  problems: z.array(problemSchema).max(100),
});

/** `?type=…`: which form; anything unreadable asks first. */
export const requestKindSearchParamSchema = z.enum(REQUEST_KINDS).optional().catch(undefined);
