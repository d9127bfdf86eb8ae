import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { assertPortFree, findFreePort, isPortFree, parsePort } from "@/lib/cli/network-port.mjs";

let server: Server | undefined;

afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

function listen(port: number, host: string) {
  return new Promise<void>((resolve, reject) => {
    server = createServer().once("error", reject);
    server.listen(port, host, resolve);
  });
}

describe("a port", () => {
  test.for(["127.0.0.1", "0.0.0.0"])("is taken when somebody listens on %s", async (host) => {
    const port = await findFreePort();
    expect(await isPortFree(port)).toBe(true);
    await listen(port, host);

    expect(await isPortFree(port)).toBe(false);
  });

  test("is taken when only the other loopback address answers", async ({ skip }) => {
    const port = await findFreePort();
    await listen(port, "::1").catch(() => skip("no IPv6 here"));

    expect(await isPortFree(port)).toBe(false);
  });

  test("that is taken is refused with the command to type instead, and who holds it", async () => {
    const port = await findFreePort();
    await listen(port, "127.0.0.1");
    const refusal = assertPortFree(port, "npm start");

    await expect(refusal).rejects.toThrow(`Le port ${port} est déjà pris`);
    await expect(refusal).rejects.toThrow(`PORT=${port + 1} npm start`);
    await expect(refusal).rejects.toThrow(`processus ${process.pid}`);
  });
});

describe("the PORT variable", () => {
  test.for([
    [undefined, 3000],
    ["", 3000],
    ["8080", 8080],
  ] as const)("%s is port %i", ([text, port]) => {
    expect(parsePort(text)).toBe(port);
  });

  test.for(["abc", "0", "65536", "30.5", "-1"])("%s is refused", (text) => {
    expect(() => parsePort(text)).toThrow(`PORT=${text}`);
  });
});
