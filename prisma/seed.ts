import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from "@/lib/cli/demonstration-accounts.mjs";
import { operatorScope } from "@/lib/cli/operator-scope";
import { hasUsers } from "@/lib/data/users";
import type { MembershipRole } from "@/lib/generated/prisma/enums";
import { createAccount } from "@/lib/services/accounts/create-account";
import { invitePerson } from "@/lib/services/accounts/invite-person";
import { makeDemonstrationKey } from "@/lib/services/accounts/make-demonstration-key";
import { nameDemonstrationPilot } from "@/lib/services/climate-plan/name-demonstration-pilot";
import { completeDemonstration, loadDemonstration } from "@/lib/services/load-demonstration";
import { openDemonstrationSpaces } from "@/lib/services/participant-space/open-demonstration-spaces";

const ROLES: Readonly<Record<string, MembershipRole | "instance">> = {
  admin: "admin",
  agent: "officer",
  elu: "elected",
  installation: "instance",
};

// Accounts come last: as long as there is none, the demonstration is not whole and this goes on with it.
if (await hasUsers()) {
  await completeDemonstration(operatorScope);
  console.info("La base contient déjà des données : elles restent telles quelles.");
} else {
  const collectivityId = await loadDemonstration(operatorScope, (step) => console.info(`  démonstration : ${step}`));
  for (const { key, email, label } of DEMONSTRATION_ACCOUNTS) {
    const role = ROLES[key] ?? null; // the auditor and the participant are of no collectivity
    const account = { email, name: label, password: DEMONSTRATION_PASSWORD, role };
    await createAccount(collectivityId, account, operatorScope.actor);
    const { authorizeCollectivity, authorizeOperation, actor } = operatorScope;
    const proven = authorizeCollectivity(collectivityId);
    if (key === "agent") await nameDemonstrationPilot(proven, actor, label);
    if (key === "agent") await makeDemonstrationKey(email, actor, new Date());
    if (key === "participant") await openDemonstrationSpaces(proven, authorizeOperation, actor, email);
  }
  // One invitation that waits, so that « Accès » has something to show; its link is made anew there.
  const target = {
    kind: "collectivity",
    collectivityId: operatorScope.authorizeCollectivity(collectivityId),
    role: "elected",
  } as const;
  const invited = { email: "adjointe@prorata.example", name: "adjointe à l’énergie" };
  await invitePerson(operatorScope.actor, target, invited, { now: new Date(), isHandedOver: true });
}
process.exit(0);
