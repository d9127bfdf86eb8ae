import { format } from "date-fns";
import * as z from "zod";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { type DsoApi, DsoApiError, type DsoApiSettings, type EnergyRequest } from "./dso-api";
import { type Clock, PROCESS_CLOCK, paceCalls } from "./pace-calls";

/** A token is asked for again this long before it ends: a call takes its time. */
const TOKEN_MARGIN_MS = 30_000;
/** `expires_in` is a text in the documentation; a number is as good. */
const TOKEN = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const NOT_SUBSCRIBED = "900908";
const ROLES = ["consumer", "producer"] as const;
const SHOWN_OF_AN_ERROR = 2000; // characters

type Token = { readonly value: string; readonly endsMs: number };

/**
 * Opens the DSO's interface: one token for many calls, within its quotas.
 *
 * A refused token is asked for once more, because one may be revoked before its end; nothing else is tried again.
 */
export function openDsoApi(settings: DsoApiSettings, clock: Clock = PROCESS_CLOCK): DsoApi {
  const waitForTurn = paceCalls(settings, clock);
  let token: Token | null = null;

  async function call(url: string, init: RequestInit): Promise<Response> {
    await waitForTurn();
    try {
      return await fetch(url, { ...init, signal: AbortSignal.timeout(settings.timeoutMs), redirect: "error" });
    } catch (error) {
      throw new DsoApiError("DSO_API_UNREACHABLE", null, { cause: error });
    }
  }

  async function requestToken(): Promise<Token> {
    const { baseUrl, tokenPath, clientId, clientSecret } = settings;
    const askedMs = clock.nowMs();
    const response = await call(baseUrl + tokenPath, {
      method: "POST",
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}` },
      body: new URLSearchParams({ grant_type: "client_credentials" }),
    });
    if (response.status === 400 || response.status === 401)
      throw new DsoApiError("DSO_API_CREDENTIALS", response.status);
    if (!response.ok) throw await toError(response);
    const answer = TOKEN.safeParse(await response.json().catch(() => null));
    if (!answer.success) throw new DsoApiError("DSO_API_UNEXPECTED", response.status, { cause: answer.error });
    return { value: answer.data.access_token, endsMs: askedMs + answer.data.expires_in * 1000 - TOKEN_MARGIN_MS };
  }

  async function read(path: string): Promise<Response> {
    if (!token || clock.nowMs() >= token.endsMs) token = await requestToken();
    return call(settings.baseUrl + path, {
      headers: { authorization: `Bearer ${token.value}`, accept: "application/json" },
    });
  }

  return {
    roles: ROLES.filter((role) => settings.energyPaths[role] !== null),
    async readEnergies(request) {
      const path = energyPath(settings, request);
      let response = await read(path);
      if (response.status === 401) {
        token = null;
        response = await read(path);
      }
      if (!response.ok) throw await toError(response);
      return readBody(response);
    },
  };
}

async function readBody(response: Response): Promise<Uint8Array> {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new DsoApiError("DSO_API_UNREACHABLE", null, { cause: error }); // cut before its end
  }
}

function energyPath({ energyPaths, datePattern, isEndIncluded }: DsoApiSettings, request: EnergyRequest): string {
  const template = energyPaths[request.role];
  if (template === null) throw new Error(`the interface is not set up to be asked of a ${request.role}`);
  const { from, toExclusive } = request.period;
  const values: Readonly<Record<string, string>> = {
    acc: request.accNumber,
    prm: request.prm,
    start: formatCivilDate(from, datePattern),
    end: formatCivilDate(isEndIncluded ? addDays(toExclusive, -1) : toExclusive, datePattern),
  };
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => encodeURIComponent(values[name] ?? hole));
}

// A date made of its parts is local everywhere: the day does not depend on the machine's time zone.
function formatCivilDate(day: CivilDate, pattern: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return format(new Date(year, month - 1, date), pattern);
}

async function toError(response: Response): Promise<DsoApiError> {
  const { status } = response;
  const text = (await response.text().catch(() => "")).slice(0, SHOWN_OF_AN_ERROR);
  if (status === 429) return new DsoApiError("DSO_API_QUOTA", status, { retryAfterSeconds: retryAfter(response) });
  if (status === 403 && text.includes(NOT_SUBSCRIBED)) return new DsoApiError("DSO_API_NOT_SUBSCRIBED", status);
  if (status === 401 || status === 403) return new DsoApiError("DSO_API_CREDENTIALS", status);
  return new DsoApiError("DSO_API_UNEXPECTED", status, { cause: text });
}

// A date instead of seconds is allowed too; without either, the caller has its own patience.
function retryAfter({ headers }: Response): number | null {
  const text = headers.get("retry-after") ?? "";
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
