import * as z from "zod";

/** Of a request that says all by its address. */
export const emptyBodySchema = z.strictObject({});
