import type { ReactNode } from "react";
import { isValidElement } from "react";
import type { AccessCall } from "../../access/line";
import { apiRequest, TEST_ORIGIN } from "../api-request";
import type { Entrance } from "./list-entrances";
import { fillParams, formFields, type Sample } from "./sample";

/** What an entrance answers: that somebody passed, or the code that turned him away. */
export type Answer = "passed" | (typeof REFUSALS)[number] | "INVALID_REQUEST";

export type Visit = {
  readonly entrance: Entrance;
  readonly call: AccessCall;
  readonly sample: Sample;
  /** Who comes: also given to whatever asks Next.js for the headers of the request. */
  readonly headers: Readonly<Record<string, string>>;
};

type Module = Readonly<Record<string, ((...values: unknown[]) => unknown) | undefined>>;

const REFUSALS = [
  "UNAUTHENTICATED",
  "TWO_FACTOR_DUE",
  "FORBIDDEN",
  "READ_ONLY_KEY",
  "MEASURES_ONLY_KEY",
  "NOT_FOUND",
] as const;
const OF_STATUS: Readonly<Record<number, Answer>> = { 401: "UNAUTHENTICATED", 403: "FORBIDDEN", 404: "NOT_FOUND" };

const MODULES = import.meta.glob<Module>([
  "../../../app/**/{route.ts,page.tsx,layout.tsx}",
  "../../../app/.well-known/**/route.ts", // a star does not stand for a leading dot
  "../../../{app,components,lib}/**/*actions.ts",
]);

/** Calls an entrance as Next.js would, and reads from its answer whether the caller was let in. */
export async function enter(visit: Visit): Promise<Answer> {
  const { entrance } = visit;
  const load = MODULES[`../../../${entrance.file}`];
  if (!load) throw new Error(`${entrance.file}: a file of actions is called actions.ts or …-actions.ts`);
  const module = await load();
  const [kind = "", name = ""] = entrance.name.split(" ");
  if (kind === "PAGE" || kind === "LAYOUT") return openPage(module, name, visit);
  if (kind === "ACTION") return act(module[name], visit);
  if (kind === "AUTH") return callRoute(module, visit.call.method ?? "POST", name, visit);
  return callRoute(module, kind, name, visit);
}

async function callRoute(module: Module, method: string, address: string, visit: Visit): Promise<Answer> {
  const { call, sample, headers } = visit;
  const params = fillParams(address, sample);
  const path = address.replaceAll(/\[(?:\.{3})?(\w+)\]/g, (_, name: string) => [params[name]].flat().join("/"));
  const search = new URLSearchParams(given(call.query, sample) ?? {});
  const json = given(call.json, sample);
  const request = apiRequest(`${path}?${search}`, {
    method,
    headers,
    ...(headers.cookie ? { origin: TEST_ORIGIN } : {}),
    ...(json === undefined ? {} : { json }),
  });
  const response = (await module[method]?.(request, { params: Promise.resolve(params) })) as Response;
  const refusal = OF_STATUS[response.status];
  if (response.status >= 500) throw new Error(`${method} ${path} answers ${response.status}: ${await response.text()}`);
  if (!refusal) {
    await response.body?.cancel();
    return "passed";
  }
  const body = (await response.json().catch(() => null)) as { error?: { code?: string } } | null;
  return REFUSALS.find((code) => code === body?.error?.code) ?? refusal;
}

async function openPage(module: Module, address: string, { call, sample }: Visit): Promise<Answer> {
  const props = {
    params: Promise.resolve(fillParams(address, sample)),
    searchParams: Promise.resolve(given(call.query, sample) ?? planOf(address, sample)),
    children: null,
  };
  return orThrown(async () => {
    await module.generateMetadata?.(props);
    const shown = (await module.default?.(props)) as ReactNode;
    return call.saysWhy && shows(shown, call.saysWhy) ? "FORBIDDEN" : "passed";
  });
}

// Pages of a climate plan name their collectivity in the search.
const planOf = (address: string, { collectivity }: Sample) =>
  address.startsWith("/plan-climat") ? { collectivite: collectivity } : {};

async function act(action: Module[string], { call, sample }: Visit): Promise<Answer> {
  const input = given(call.input, sample) ?? [{ status: "idle" }, formOf(call, sample)];
  return orThrown(async () => {
    const state = (await action?.(...input)) as { status?: string; code?: string } | undefined;
    if (state?.code === "INTERNAL") throw new Error("the action broke");
    if (state?.code === "INVALID_REQUEST") return "INVALID_REQUEST";
    return REFUSALS.find((code) => code === state?.code) ?? "passed";
  });
}

function formOf(call: AccessCall, sample: Sample): FormData {
  const form = new FormData();
  const fields = { ...formFields(sample), ...given(call.form, sample) };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

/** What Next.js throws to leave a page is an answer too. */
async function orThrown(run: () => Promise<Answer>): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
    if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;404")) return "NOT_FOUND";
    if (!digest.startsWith("NEXT_REDIRECT")) throw error;
    if (digest.includes(";/compte/securite;")) return "TWO_FACTOR_DUE";
    return /;\/connexion[;?]/.test(digest) ? "UNAUTHENTICATED" : "passed";
  }
}

function given<T>(value: T | ((sample: Sample) => T) | undefined, sample: Sample): T | undefined {
  return value instanceof Function ? value(sample) : value;
}

function shows(node: unknown, words: string): boolean {
  if (typeof node === "string") return node.includes(words);
  if (Array.isArray(node)) return node.some((each) => shows(each, words));
  return isValidElement<Record<string, unknown>>(node) && Object.values(node.props).some((prop) => shows(prop, words));
}
