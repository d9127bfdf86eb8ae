import * as z from "zod";

const MAX_SUBJECT = 200;
const MAX_TEXT = 5000; // two pages
const MAX_NOTE = 2000;

export const COMPLAINT_KINDS = ["complaint", "data_request"] as const;

export const COMPLAINT_MOVES = ["concerns_dso", "forwarded", "completed", "answered", "closed"] as const;

/** A text that may be left empty: null then. */
export const noteSchema = z
  .string()
  .trim()
  .max(MAX_NOTE, `${MAX_NOTE} caractères au plus`)
  .optional()
  .transform((text) => text || null);

export const subjectSchema = z
  .string("Donnez l’objet en quelques mots.")
  .trim()
  .min(1, "Donnez l’objet en quelques mots.")
  .max(MAX_SUBJECT, `${MAX_SUBJECT} caractères au plus`);

export const complaintTextSchema = textSchema("Recopiez la réclamation, ou résumez-la.");

/** The same, written by whom it concerns. */
export const ownComplaintTextSchema = textSchema("Écrivez ce que vous avez à dire.");

function textSchema(missing: string) {
  return z.string(missing).trim().min(1, missing).max(MAX_TEXT, `${MAX_TEXT} caractères au plus`);
}
