import { parseArgs } from "node:util";
import { resetTwoFactorOf } from "@/lib/data/two-factors";
import { deactivateUser, reactivateUser } from "@/lib/data/user-state";
import { findUserByEmail } from "@/lib/data/users";
import { writePasswordLink } from "@/lib/services/accounts/write-password-link";
import { OPERATOR } from "./operator-scope";

const USAGE =
  "Usage : npm run account -- --email <adresse> (--password-link | --reset-two-factor | --deactivate | --reactivate)";
const NOTHING = "Rien n’a été changé : c’est déjà le cas.";

const { values } = parseArgs({
  options: {
    email: { type: "string" },
    "password-link": { type: "boolean", default: false },
    "reset-two-factor": { type: "boolean", default: false },
    deactivate: { type: "boolean", default: false },
    reactivate: { type: "boolean", default: false },
  },
});
const { email, ...acts } = values;
const chosen = Object.entries(acts).flatMap(([act, isChosen]) => (isChosen ? [act as keyof typeof acts] : []));
const [act] = chosen;
if (!email || !act || chosen.length > 1) {
  console.error(USAGE);
  process.exit(2);
}
const user = await findUserByEmail(email);
if (!user) {
  console.error(`Aucun compte n’a l’adresse ${email}.`);
  process.exit(1);
}
console.info(await manage(user.id, email, act));
process.exit(0);

// What only the machine may do for an administrator of the installation; for anybody else the screens can too.
async function manage(userId: string, address: string, what: typeof act): Promise<string> {
  switch (what) {
    case "password-link": {
      const link = await writePasswordLink(address, OPERATOR, new Date());
      return link
        ? `Lien à remettre, montré une seule fois, valable 24 heures : ${link}`
        : "Ce compte est désactivé : rouvrez-le d’abord avec --reactivate.";
    }
    case "reset-two-factor":
      return (await resetTwoFactorOf(userId, OPERATOR))
        ? "La double authentification est retirée, et les sessions sont fermées."
        : NOTHING;
    case "deactivate":
      return (await deactivateUser(userId, [], OPERATOR)) ? "Le compte est désactivé : il n’ouvre plus rien." : NOTHING;
    default:
      return (await reactivateUser(userId, OPERATOR)) ? "Le compte est rouvert." : NOTHING;
  }
}
