import * as z from "zod";
import { isAccNumber } from "@/lib/domain/identifiers/is-acc-number";
import { isSiret } from "@/lib/domain/identifiers/is-siret";
import { civilDate } from "@/lib/domain/time/civil-date";
import { isPlausibleYear } from "./day";

const MAX_TEXT = 200;
const TOO_LONG = `${MAX_TEXT} caractères au plus`;

const text = () => z.string().trim().max(MAX_TEXT, TOO_LONG);

/** A text that must be there. */
export const requiredText = (message: string) => text().min(1, message);

/** A text that may be left empty: null then. */
export const optionalText = () => text().transform((value) => value || null);

/** Left empty: null; else what `schema` makes of it. */
function optional<T extends z.ZodType<string, string>>(schema: T) {
  return z.union([z.string().trim().length(0), schema], { error: keepReason }).transform((value) => value || null);
}

// Of the two, only the reason of what was typed helps: that it is not empty is known.
const keepReason = (issue: { readonly errors?: readonly (readonly { readonly message?: string }[])[] }) =>
  issue.errors?.[1]?.[0]?.message;

const withoutSpaces = (value: string) => value.replaceAll(/\s/g, "");

/** 14 digits with their key, spaces allowed. @see isSiret */
export const siretSchema = optional(
  text()
    .transform(withoutSpaces)
    .superRefine((value, context) => {
      const message = siretProblem(value);
      if (message) context.addIssue({ code: "custom", message });
    }),
);

function siretProblem(value: string): string | null {
  if (!/^\d+$/.test(value)) return "Un SIRET n’a que des chiffres, 14 en tout.";
  if (value.length !== 14) return `Un SIRET a 14 chiffres ; celui-ci en a ${value.length}.`;
  return isSiret(value) ? null : "La clé de ce SIRET est fausse : un chiffre a sans doute été mal recopié.";
}

/** `8411Z`, also written `84.11Z`. */
export const nafCodeSchema = optional(
  text()
    .transform((value) => withoutSpaces(value).replace(".", "").toUpperCase())
    .refine((value) => /^\d{4}[A-Z]$/.test(value), "Un code NAF a 4 chiffres et une lettre, par exemple 8411Z."),
);

export const postalCodeSchema = optional(
  text()
    .transform(withoutSpaces)
    .refine(
      (value) => /^(?:0[1-9]|[1-8]\d|9[0-8])\d{3}$/.test(value),
      "Un code postal a 5 chiffres, par exemple 66370.",
    ),
);

/** A French number, kept as its ten digits; `+33` becomes `0`. */
export const phoneSchema = optional(
  text()
    .transform((value) => value.replaceAll(/[\s.\-()]/g, "").replace(/^(?:\+|00)33(?:0(?=\d{9}$))?/, "0"))
    .refine(
      (value) => /^(?:0[1-9]\d{8}|3\d{3})$/.test(value),
      "Un numéro de téléphone français a 10 chiffres, par exemple 04 68 92 00 10.",
    ),
);

export const emailSchema = optional(
  text().pipe(z.email("Cette adresse électronique n’est pas complète, par exemple mairie@commune.fr.")),
);

/** The number the DSO gives, spaces and small letters forgiven. */
export const accNumberSchema = optional(
  text()
    .transform((value) => withoutSpaces(value).toUpperCase())
    .refine(isAccNumber, "Un numéro d’opération s’écrit ACC et 8 chiffres, par exemple ACC00000112."),
);

// A screen of its own stands at this address.
const RESERVED_SLUG = "nouvelle";

/** The name of an operation in addresses. */
export const slugSchema = text()
  .min(1, "Choisissez une adresse.")
  .max(60, "60 caractères au plus")
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    "Des lettres minuscules sans accent, des chiffres et des tirets, par exemple pezilla-la-riviere.",
  )
  .refine((slug) => slug !== RESERVED_SLUG, "Cette adresse est celle d’une page de Prorata. Choisissez-en une autre.");

export const startDaySchema = z.iso
  .date("Choisissez une date.")
  .refine(isPlausibleYear, "Choisissez une date entre 2000 et 2199.")
  .transform(civilDate);

/** A day that may be left empty: null then. */
export const optionalDaySchema = z
  .union([z.literal(""), startDaySchema], { error: keepReason })
  .transform((day) => day || null);

const ANNIVERSARY = "Un jour du mois, de 1 à 31.";

export const monthlyAnniversaryDaySchema = z
  .string()
  .trim()
  .regex(/^\d{1,2}$/, ANNIVERSARY)
  .transform(Number)
  .refine((day) => day >= 1 && day <= 31, ANNIVERSARY);

/** Steps that divide the hour. [min] */
const STEP_MINUTES = ["5", "10", "15", "30", "60"] as const;

export const stepMinutesSchema = z.enum(STEP_MINUTES, "Choisissez un pas de temps.").transform(Number);
