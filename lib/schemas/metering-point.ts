import * as z from "zod";
import { isInjectionContract } from "@/lib/domain/identifiers/is-injection-contract";
import { parsePrm } from "@/lib/domain/identifiers/parse-prm";
import { prmProblem } from "@/lib/format/describe-prm";
import { parseDecimal } from "@/lib/format/parse-decimal";
import { operationAddressSchema } from "./operation";
import { optionalText, requiredText, startDaySchema } from "./operation-fields";

/** A PRM as people type or paste it: spaces, an apostrophe, a first zero lost. */
export const typedPrmSchema = z.string().transform((text, context) => {
  const message = prmProblem(text);
  if (message === null) return parsePrm(text)?.prm ?? "";
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

const injectionContractSchema = z
  .string()
  .transform((text) => text.replaceAll(/\s/g, ""))
  .superRefine((digits, context) => {
    if (digits === "" || isInjectionContract(digits)) return;
    const message = /^\d+$/.test(digits)
      ? `La référence d’un contrat d’injection a 10 chiffres ; celle-ci en a ${digits.length}.`
      : "La référence d’un contrat d’injection n’a que des chiffres, 10 en tout.";
    context.addIssue({ code: "custom", message });
  })
  .transform((digits) => digits || null);

/** A measured quantity as typed in a unit; empty: null. Stored whole in a smaller unit. */
function quantity(perUnit: number, max: number, example: string) {
  return z.string().transform((text, context) => {
    if (text.trim() === "") return null;
    const value = parseDecimal(text);
    if (value !== null && value >= 0 && value <= max) return Math.round(value * perUnit);
    context.addIssue({
      code: "custom",
      message:
        value === null
          ? `« ${text} » n’est pas un nombre. Exemple : ${example}`
          : "Cette valeur est invraisemblable : vérifiez l’unité.",
    });
    return z.NEVER;
  });
}

function degrees(max: number, example: string) {
  return z.string().transform((text, context) => {
    if (text.trim() === "") return null;
    const value = parseDecimal(text);
    if (value !== null && Math.abs(value) <= max) return value;
    context.addIssue({
      code: "custom",
      message: `Des degrés décimaux entre −${max} et ${max}, par exemple ${example}`,
    });
    return z.NEVER;
  });
}

/** One of a closed list, or not known. */
const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.union([z.literal("").transform(() => null), z.enum(values)]);

const ENERGY_SOURCE_VALUES = [
  "solar",
  "wind",
  "hydro",
  "biomass",
  "biogas",
  "geothermal",
  "other_renewable",
  "non_renewable",
] as const;

/** One schema for each field, so that a form checks what is typed by the rule the server holds. */
export const METERING_POINT_FIELDS = {
  name: requiredText("Donnez un nom au site, par exemple « Mairie »."),
  address: optionalText(),
  withdrawalContract: optionalText(),
  injectionContract: injectionContractSchema,
  meterNumber: optionalText(),
  voltage: choice(["low", "medium"]),
  isMeterCommunicating: choice(["yes", "no"]).transform((value) => (value === null ? null : value === "yes")),
  subscribedPower: quantity(1000, 100_000, "36"),
  peakPower: quantity(1000, 100_000, "36,5"),
  energySource: choice(ENERGY_SOURCE_VALUES),
  annualWithdrawal: quantity(1000, 1e9, "4 500"),
  surface: quantity(1, 1e7, "120"),
  latitude: degrees(90, "42,6986"),
  longitude: degrees(180, "2,7681"),
};

const detailsSchema = z
  .object({ ...METERING_POINT_FIELDS, isStorage: z.literal("on").optional() })
  .superRefine(({ latitude, longitude }, context) => {
    const message = placeProblem(latitude, longitude);
    if (message) context.addIssue({ code: "custom", path: ["latitude"], message });
  })
  .transform(
    ({ subscribedPower, peakPower, annualWithdrawal, surface, latitude, longitude, isStorage, ...fields }) => ({
      ...fields,
      subscribedPowerVa: subscribedPower,
      peakPowerW: peakPower,
      annualWithdrawalWh: annualWithdrawal,
      surfaceM2: surface,
      latitudeDegrees: latitude,
      longitudeDegrees: longitude,
      isStorage: isStorage === "on",
    }),
  );

// No French territory lies between these bounds: it is mainland France with its coordinates the wrong way round.
const looksSwapped = (latitude: number, longitude: number) =>
  latitude > -5.5 && latitude < 10 && longitude > 41 && longitude < 51.5;

function placeProblem(latitude: number | null, longitude: number | null): string | null {
  if ((latitude === null) !== (longitude === null)) return "Donnez la latitude et la longitude, ou aucune des deux.";
  if (latitude === null || longitude === null || !looksSwapped(latitude, longitude)) return null;
  return "La latitude et la longitude semblent inversées.";
}

const rolesSchema = z.array(z.enum(["consumer", "producer"])).min(1, "Choisissez au moins un rôle.");
const confirmedSchema = z
  .literal("1")
  .optional()
  .transform((value) => value === "1");

/** A new metering point as a form sends it; a storage unit has both roles. */
export const newMeteringPointSchema = z
  .object({
    operation: operationAddressSchema,
    participant: z.uuid(),
    prm: typedPrmSchema,
    roles: z.array(z.enum(["consumer", "producer"])),
    day: startDaySchema,
    confirmed: confirmedSchema,
  })
  .and(detailsSchema)
  .superRefine(({ roles, isStorage }, context) => {
    if (roles.length > 0 || isStorage) return;
    context.addIssue({ code: "custom", path: ["roles"], message: "Choisissez au moins un rôle." });
  })
  .transform(({ operation, participant, prm, roles, day, confirmed, ...details }) => ({
    operation,
    participantId: participant,
    prm,
    roles: details.isStorage ? (["consumer", "producer"] as const) : roles,
    day,
    isConfirmed: confirmed,
    details,
  }));

const addressSchema = z.object({ operation: operationAddressSchema, prm: typedPrmSchema });

/** What is known of a metering point, as a form sends it. */
export const editedMeteringPointSchema = addressSchema
  .and(detailsSchema)
  .transform(({ operation, prm, ...details }) => ({ operation, prm, details }));

export const meteringPointAddressSchema = addressSchema;

export const plannedEntrySchema = addressSchema.extend({
  roles: rolesSchema,
  day: startDaySchema,
  confirmed: confirmedSchema,
});

/** The next holder of a metering point, as a form sends him. */
export const handOverSchema = addressSchema.extend({
  participant: z.uuid("Choisissez le nouveau titulaire."),
  day: startDaySchema,
});

/** What is decided about stays of a metering point. */
export const stayDecisionSchema = z.intersection(
  addressSchema.extend({
    stays: z.array(z.uuid()).min(1, "Choisissez ce qui sort."),
    confirmed: confirmedSchema,
  }),
  z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("exit"),
      day: startDaySchema,
      cause: z.enum(["organiser", "contract_ended", "contract_suspended"], "Choisissez la cause de la sortie."),
    }),
    z.object({ kind: z.enum(["correct_entry", "correct_exit"]), day: startDaySchema }),
    z.object({ kind: z.enum(["cancel_entry", "cancel_exit"]) }),
  ]),
);
