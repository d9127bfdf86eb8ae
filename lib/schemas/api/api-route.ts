import type * as z from "zod";

/** One route of the API, as the document and the page describe it. */
export type ApiRoute = {
  readonly method: "GET" | "POST" | "PUT";
  /** As OpenAPI writes it, `{acc}` for a part that varies. */
  readonly path: `/api/v1/${string}`;
  /** Stable, English: the name of the call in generated clients. */
  readonly operationId: string;
  readonly group:
    | "Opérations"
    | "Mesures"
    | "Périmètre"
    | "Coefficients"
    | "Calcul d’une période"
    | "Demandes au gestionnaire"
    | "Postes tarifaires"
    | "Prix et économies"
    | "Échéances"
    | "Réclamations et courriers"
    | "Plan climat"
    | "Données ouvertes"
    | "Calculatrice"
    | "Description";
  /** French: what it does, in a few words. */
  readonly title: string;
  readonly description: string;
  /** What a key must allow; null where none is needed. */
  readonly scope: "read" | "write" | null;
  /** A key for pushing measures is let in too. */
  readonly isOpenToMeasures?: true;
  readonly query?: z.ZodObject;
  readonly body?: ApiBody;
  readonly answers: readonly ApiAnswer[];
  /** Refusals of its own; those every route has are added by the document. */
  readonly errors: readonly ApiErrorAnswer[];
  /** How to call it, with `$PRORATA` for the address and `$CLE` for the key. */
  readonly curl: string;
};

export type ApiBody =
  | { readonly kind: "json"; readonly schema: z.ZodType; readonly example: unknown }
  /** A form with files, or one file as it is. */
  | { readonly kind: "files"; readonly rawTypes: readonly string[] };

export type ApiAnswer = {
  readonly status: number;
  readonly description: string;
  /** By media type; "text" for what is no JSON. */
  readonly content: Readonly<Record<string, z.ZodType | "text">>;
  /** Whether `Location` names what was made. */
  readonly hasLocation?: boolean;
};

export type ApiErrorAnswer = { readonly status: number; readonly codes: readonly string[] };
