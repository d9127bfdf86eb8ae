/** Where the tests' requests go: the host a browser would have typed. */
export const TEST_ORIGIN = "http://localhost:3000";

export type ApiRequestOptions = {
  readonly method?: string;
  /** An API key. */
  readonly key?: string;
  /** A session instead of a key. */
  readonly cookie?: string;
  readonly origin?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly body?: BodyInit;
};

/** A request as it reaches a route handler. */
export function apiRequest(path: string, options: ApiRequestOptions = {}): Request {
  const { method, key, cookie, origin, json, body = json === undefined ? undefined : JSON.stringify(json) } = options;
  const headers = new Headers({ host: new URL(TEST_ORIGIN).host, ...options.headers });
  if (key) headers.set("authorization", `Bearer ${key}`);
  if (cookie) headers.set("cookie", cookie);
  if (origin) headers.set("origin", origin);
  if (json !== undefined) headers.set("content-type", "application/json");
  const init: RequestInit = { method: method ?? (body === undefined ? "GET" : "POST"), headers };
  if (body !== undefined) init.body = body;
  // A stream needs it; it does no harm to the rest.
  return new Request(new URL(path, TEST_ORIGIN), { ...init, duplex: "half" } as RequestInit);
}
