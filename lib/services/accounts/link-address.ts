import "server-only";
import { env } from "@/lib/env";

/** Where an account link leads. */
export const linkAddress = (token: string): string => new URL(`/lien/${token}`, env.APP_URL).href;
