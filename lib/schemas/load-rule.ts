import type * as z from "zod";

/**
 * Brings the rule that the server holds, and the library that checks it, once somebody uses a form: neither weighs on
 * the first load of its page.
 */
export type LoadRule = () => Promise<z.ZodType>;
