import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { CommandError } from "./command-error.mjs";

const run = promisify(execFile);

/**
 * PostgreSQL refuses to run as root: then it runs as the system account `postgres`, made if there is none.
 *
 * @returns {Promise<{ uid?: number, gid?: number }>} empty when this process is not root
 */
export async function postgresAccount() {
  if (process.getuid?.() !== 0) return {};
  return (await findAccount()) ?? (await createAccount());
}

async function findAccount() {
  try {
    const [uid, gid] = await Promise.all(["-u", "-g"].map((flag) => run("id", [flag, "postgres"])));
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function createAccount() {
  try {
    await run("groupadd", ["--system", "--force", "postgres"]);
    await run("useradd", ["--system", "--gid", "postgres", "--no-create-home", "--shell", "/bin/false", "postgres"]);
  } catch {
    // the message below says it all
  }
  const account = await findAccount();
  if (account) return account;
  throw new CommandError(
    "PostgreSQL ne peut pas tourner sous root, et le compte « postgres » n’a pas pu être créé.\n" +
      "Relancez sous un autre compte, ou donnez l’adresse d’un serveur dans DATABASE_URL.",
  );
}
