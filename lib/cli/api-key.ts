import { parseArgs } from "node:util";
import { findUserByEmail } from "@/lib/data/users";
import { createApiKey } from "@/lib/services/accounts/create-api-key";
import { OPERATOR } from "./operator-scope";

const USAGE = "Usage : npm run -s api-key -- --email <adresse> [--name <nom>] [--scope read|write]";

const { values } = parseArgs({
  options: { email: { type: "string" }, name: { type: "string" }, scope: { type: "string" } },
});
const { email, name = "ligne de commande", scope = "write" } = values;
if (!email || (scope !== "read" && scope !== "write")) {
  console.error(USAGE);
  process.exit(2);
}
const user = await findUserByEmail(email);
if (!user) {
  console.error(`Aucun compte n’a l’adresse ${email}.`);
  process.exit(1);
}
const { key } = await createApiKey(user.id, { name, scope }, OPERATOR);
console.error(
  `Clé « ${name} » (${scope === "write" ? "lecture et écriture" : "lecture"}) pour ${email}, montrée une seule fois :`,
);
console.info(key);
process.exit(0);
