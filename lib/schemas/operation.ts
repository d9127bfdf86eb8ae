import * as z from "zod";

/** How an operation is named in an address: its slug, or its ACC number. */
export const operationAddressSchema = z.string().regex(/^(?:[a-z0-9-]{1,60}|ACC\d{8})$/);
