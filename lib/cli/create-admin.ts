import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { ensureCollectivity } from "@/lib/data/users";
import { createAccount } from "@/lib/services/accounts/create-account";
import { OPERATOR } from "./operator-scope";

const USAGE =
  "Usage : npm run create-admin -- --email <adresse> --name <nom> (--collectivity <nom de la collectivité> | --installation) [--password <12 caractères ou plus>]";
const MIN_PASSWORD_LENGTH = 12;

const { values } = parseArgs({
  options: {
    email: { type: "string" },
    name: { type: "string" },
    collectivity: { type: "string" },
    installation: { type: "boolean", default: false },
    password: { type: "string" },
  },
});
const { email, name, collectivity, installation } = values;
// One or the other: who manages the installation is of no collectivity.
if (!email?.includes("@") || !name || installation === (collectivity !== undefined)) {
  console.error(USAGE);
  process.exit(2);
}
const password = values.password ?? randomBytes(15).toString("base64url");
if (password.length < MIN_PASSWORD_LENGTH) {
  console.error(`Le mot de passe a ${password.length} caractères : il en faut au moins ${MIN_PASSWORD_LENGTH}.`);
  process.exit(2);
}
const collectivityId = collectivity ? await ensureCollectivity(slugOf(collectivity), collectivity, OPERATOR) : null;
const role = installation ? "instance" : "admin";
const { status } = await createAccount(collectivityId, { email, name, password, role }, OPERATOR);
if (status === "exists") {
  console.error(`Un compte a déjà l’adresse ${email} : rien n’a été changé.`);
  process.exit(1);
}
const what = installation ? "Administrateur de l’installation créé" : "Administrateur créé";
console.info(`${what} : ${email}${collectivity ? `, collectivité « ${collectivity} »` : ""}.`);
if (!values.password) console.info(`Mot de passe, montré une seule fois : ${password}`);
process.exit(0);

function slugOf(text: string): string {
  const plain = text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
}
