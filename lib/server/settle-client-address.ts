import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { findClientAddress } from "@/lib/domain/access/find-client-address";
import { parseIpAddress } from "@/lib/domain/access/parse-ip-address";
import { noteUnbelievedProxy } from "@/lib/services/instance/unbelieved-proxy";
import { rememberAnswer } from "./answer-headers";
import { repairAddress } from "./repair-address";

const store = globalThis as unknown as { settlesClientAddress?: boolean };

/**
 * From now on X-Forwarded-For holds one address in every request: the caller's. And the address asked for can be read.
 *
 * Next shows the application headers only, and keeps an X-Forwarded-For that the caller made up: Node tells of each
 * request before Next sees it, and there it is replaced. All else (limits, sessions, the library) reads that header.
 *
 * @param trustedProxies - How many proxies of ours every request passes.
 */
export function settleClientAddress(trustedProxies: number): void {
  if (store.settlesClientAddress) return; // the dev server loads modules again
  store.settlesClientAddress = true;
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { readonly request: IncomingMessage; readonly response: ServerResponse };
    settle(request, trustedProxies);
    request.url = repairAddress(request.url ?? "/");
    rememberAnswer(request, response);
  });
}

function settle({ headers, socket }: IncomingMessage, trustedProxies: number): void {
  const sent = headers["x-forwarded-for"];
  const forwardedFor = Array.isArray(sent) ? sent.join(", ") : (sent ?? null);
  if (forwardedFor !== null && trustedProxies === 0) {
    noteUnbelievedProxy(parseIpAddress(socket.remoteAddress ?? "") ?? "");
  }
  headers["x-forwarded-for"] = findClientAddress(forwardedFor, socket.remoteAddress ?? "", trustedProxies);
}
