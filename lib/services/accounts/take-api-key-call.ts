import "server-only";
import { type KeyCall, takeKeyCall } from "@/lib/data/api-key-calls";
import { hashApiKey } from "./new-api-key-secret";

/** Takes a call of a key: whom it acts for, that it is over its quota, or that it opens nothing. */
export function takeApiKeyCall(key: string): Promise<KeyCall> {
  return takeKeyCall(hashApiKey(key));
}
