import * as z from "zod";
import { daySchema } from "./day";

const MAX_TITLE_LENGTH = 200;
const MAX_NOTE_LENGTH = 1_000;
const MAX_URL_LENGTH = 2_000;
const MAX_ACTIONS = 50;

export const nodeIdSchema = z.string().trim().min(1, "Choisissez une action").max(100);

const noteSchema = z
  .string()
  .trim()
  .max(MAX_NOTE_LENGTH, `${MAX_NOTE_LENGTH} caractères au plus`)
  .transform((text) => text || null)
  .nullable()
  .default(null)
  .describe("Ce que la preuve montre, la page à lire ; ne nommez personne.");

const titleSchema = z
  .string()
  .trim()
  .min(1, "Donnez un titre à cette preuve")
  .max(MAX_TITLE_LENGTH, `${MAX_TITLE_LENGTH} caractères au plus`)
  .describe("Comment la preuve est appelée.");

/** A field left empty in a form says nothing. */
const dayOrNothingSchema = z
  .union([z.literal("").transform(() => null), daySchema])
  .nullable()
  .default(null)
  .describe("Jour de la signature, de la délibération ou de la publication.");

/** What people say of a proof. */
export const evidenceWordsSchema = z.object({ title: titleSchema, day: dayOrNothingSchema, note: noteSchema });

/** An address that opens a page over TLS, and carries no password. */
export const linkUrlSchema = z
  .string()
  .trim()
  .max(MAX_URL_LENGTH, `${MAX_URL_LENGTH} caractères au plus`)
  .refine(isSafeAddress, "Adresse attendue, en https : « https://www.exemple.fr/deliberation.pdf »")
  .describe("Adresse en https.");

function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  // A browser would take « HTTPS: », or a space inside, for what they stand for: what is kept is plain.
  const isPlain = text.startsWith("https://") && !/\s/.test(text);
  return isPlain && protocol === "https:" && hostname.includes(".") && username === "" && password === "";
}

/** The actions a proof is joined to, without doubles. */
export const nodesSchema = z
  .array(nodeIdSchema)
  .min(1, "Choisissez au moins une action")
  .max(MAX_ACTIONS)
  .transform((ids) => [...new Set(ids)]);

/** A link joined on a screen. */
export const joinLinkSchema = evidenceWordsSchema.extend({
  collectivity: z.uuid(),
  nodes: nodesSchema,
  url: linkUrlSchema,
});

/** What is said anew of a proof, on a screen. */
export const renameEvidenceSchema = evidenceWordsSchema.extend({ collectivity: z.uuid(), evidence: z.uuid() });

/** A proof named on a screen. */
export const evidenceNameSchema = z.object({ collectivity: z.uuid(), evidence: z.uuid() });

/** A proof joined to another action too, on a screen. */
export const copyEvidenceSchema = evidenceNameSchema.extend({ node: nodeIdSchema });

/** Figures refreshed on a screen. */
export const refreshFiguresSchema = z.object({ collectivity: z.uuid() });
