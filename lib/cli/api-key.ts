import { parseArgs } from "node:util";
import { findUserByEmail } from "@/lib/data/users";
import { API_KEY_DAYS } from "@/lib/domain/access/api-key-terms";
import { DomainError } from "@/lib/domain/errors";
import { API_KEY_SCOPES } from "@/lib/format/describe-api-key";
import { errorMessage } from "@/lib/format/error-message";
import { createApiKeySchema } from "@/lib/schemas/api-key";
import { createApiKey } from "@/lib/services/accounts/create-api-key";
import { OPERATOR } from "./operator-scope";

const DAYS = API_KEY_DAYS.map((days) => days ?? 0).join("|");
const USAGE =
  "Usage : npm run -s api-key -- --email <adresse> [--name <nom>] [--scope read|measures|write] " +
  `[--operation <ACC ou nom d’adresse>]… [--days ${DAYS}] (0 : sans fin ; 365 d’office)`;

const { values } = parseArgs({
  options: {
    email: { type: "string" },
    name: { type: "string" },
    scope: { type: "string" },
    operation: { type: "string", multiple: true },
    days: { type: "string" },
  },
});
const { email, name = "ligne de commande", scope = "write", operation: operations = [], days = "365" } = values;
const { data: request } = createApiKeySchema.safeParse({ name, scope, days, operations });
if (!email || !request) fail(USAGE, 2);
const user = await findUserByEmail(email);
if (!user) fail(`Aucun compte n’a l’adresse ${email}.`, 1);
try {
  const { key } = await createApiKey(user.id, request, OPERATOR, new Date());
  const until = request.days === null ? "sans fin : révoquez-la quand elle ne sert plus" : `${request.days} jours`;
  console.error(
    `Clé « ${request.name} » (${API_KEY_SCOPES[request.scope]}, ${until}) pour ${email}, montrée une seule fois :`,
  );
  console.info(key);
} catch (error) {
  if (!(error instanceof DomainError)) throw error;
  fail(errorMessage(error.code, error.details), 1);
}
process.exit(0);

function fail(message: string, code: number): never {
  console.error(message);
  process.exit(code);
}
