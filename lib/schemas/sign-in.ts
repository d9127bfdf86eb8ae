import * as z from "zod";

const MAX_LENGTH = 320; // an e-mail address has 254 characters at most, a password of ours 128

/** What the sign-in form sends. What cannot be an account is tried like any other: it only fails. */
export const signInSchema = z.object({ email: z.string().max(MAX_LENGTH), password: z.string().max(MAX_LENGTH) });
