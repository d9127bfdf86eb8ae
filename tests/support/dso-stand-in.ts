import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";

export type StandInCall = {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
};

export type StandInAnswer = {
  readonly status: number;
  /** A text goes as it is. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A server on this machine that speaks the shapes the DSO documents; a test says what it answers, and sees what came. */
export function startDsoStandIn(answer: (call: StandInCall, index: number) => StandInAnswer | Promise<StandInAnswer>) {
  const calls: StandInCall[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url: path = "" } = request;
    const { authorization, "content-type": contentType } = request.headers;
    const call = { method, path, authorization, contentType, body: await readBody(request) };
    const { status, body, headers } = await answer(call, calls.push(call) - 1);
    response
      .writeHead(status, { "content-type": "application/json", ...headers })
      .end(typeof body === "string" ? body : JSON.stringify(body));
  });
  let baseUrl = "";
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return { calls, baseUrl: () => baseUrl };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
