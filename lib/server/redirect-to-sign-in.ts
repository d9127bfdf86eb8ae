import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { ownPath } from "@/lib/schemas/own-path";

/** Sends the visitor of a page to the sign-in page, which brings him back to where he was going. */
export async function redirectToSignIn(): Promise<never> {
  // Set by proxy.ts, over whatever the visitor sent.
  const wanted = ownPath((await headers()).get("x-prorata-path"));
  redirect(wanted === null || wanted === "/" ? "/connexion" : `/connexion?suite=${encodeURIComponent(wanted)}`);
}
