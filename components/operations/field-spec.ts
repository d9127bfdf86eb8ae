import type { LabelledOption } from "@/lib/format/operation-labels";

/** One field of a form, as data: a page on the server says which, the form in the browser draws it. */
export type FieldSpec = {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly isRequired?: boolean;
} & (
  | { readonly kind: "text" | "email" | "tel" | "date" | "digits" }
  | { readonly kind: "choice" | "list"; readonly options: readonly LabelledOption[] }
) & {
    /** Shown only while another field has this value. */
    readonly when?: { readonly field: string; readonly is: string };
  };

/** What is typed in each field. */
export type FieldValues = Readonly<Record<string, string>>;

/** The fields that are shown for what is typed. */
export const listShownFields = (fields: readonly FieldSpec[], values: FieldValues): readonly FieldSpec[] =>
  fields.filter(({ when }) => !when || values[when.field] === when.is);
