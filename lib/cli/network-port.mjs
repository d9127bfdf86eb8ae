import { connect, createServer } from "node:net";
import { CommandError } from "./command-error.mjs";
import { describePortHolder } from "./port-holder.mjs";

const LOOPBACKS = ["127.0.0.1", "::1"];

/**
 * @param {string | undefined} text the PORT variable
 * @returns {number}
 */
export function parsePort(text) {
  if (!text) return 3000;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new CommandError(`PORT=${text} n’est pas un numéro de port (1 à 65535).`);
}

/**
 * Somebody may listen on the other loopback address only: a browser asking for `localhost` would reach them.
 *
 * @param {number} port
 */
export async function isPortFree(port) {
  const answers = await Promise.all(LOOPBACKS.map((host) => isAnswering(port, host)));
  return !answers.includes(true) && (await listenError(port, "127.0.0.1")) === null;
}

/** @returns {Promise<number>} a port nobody listens on, chosen by the system */
export async function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * @param {number} port
 * @param {string} script the npm script to try again with another port
 */
export async function assertPortFree(port, script) {
  const error = await listenError(port, "127.0.0.1");
  const again = `Choisissez-en un autre : PORT=${port < 1024 ? 3001 : port + 1} ${script}`;
  if (error === "EACCES") throw new CommandError(`Le port ${port} demande des droits d’administration.\n${again}`);
  if (error === null && (await isPortFree(port))) return;
  const holder = await describePortHolder(port);
  throw new CommandError(`Le port ${port} est déjà pris${holder ? ` par ${holder}` : ""}.\n${again}`);
}

function isAnswering(port, host) {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1000 });
    const answer = (isOpen) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket
      .once("connect", () => answer(true))
      .once("error", () => answer(false))
      .once("timeout", () => answer(false));
  });
}

/** @returns {Promise<string | null>} the system's error code, null when the port can be listened on */
function listenError(port, host) {
  return new Promise((resolve) => {
    const server = createServer().once("error", (error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
