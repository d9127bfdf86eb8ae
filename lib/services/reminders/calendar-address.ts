import "server-only";
import { env } from "@/lib/env";

/** Where the calendar of a token is read. */
export const calendarAddress = (token: string): string => new URL(`/api/v1/calendar/${token}.ics`, env.APP_URL).href;
