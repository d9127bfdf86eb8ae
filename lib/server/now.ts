import "server-only";
import { connection } from "next/server";

/** The instant at which a request is being answered. */
export async function now(): Promise<Date> {
  await connection(); // the clock belongs to the request: nothing that reads it may be rendered at build time
  return new Date();
}
