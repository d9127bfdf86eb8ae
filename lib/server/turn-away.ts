import "server-only";
import { notFound, redirect } from "next/navigation";
import { AccessError } from "./access-error";
import { redirectToSignIn } from "./redirect-to-sign-in";

/** What a page does with somebody whom access control turned away; any other error stays one. */
export async function turnAway(error: unknown): Promise<never> {
  if (!(error instanceof AccessError)) throw error;
  if (error.code === "UNAUTHENTICATED") await redirectToSignIn();
  if (error.code === "TWO_FACTOR_DUE") redirect("/compte/securite");
  notFound();
}
