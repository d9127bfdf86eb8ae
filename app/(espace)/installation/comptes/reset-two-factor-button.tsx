import { ConfirmedAction } from "@/components/ui/confirmed-action";
import { resetAccountTwoFactorAction } from "./actions";

/** The password alone opens the account afterwards. */
export function ResetTwoFactorButton({ userId, name }: { userId: string; name: string }) {
  return (
    <ConfirmedAction
      ask={{ text: "Double authentification…", name: `Double authentification : la lever pour ${name}` }}
      confirm={{ text: "La lever et fermer ses sessions", name: `La lever et fermer ses sessions : ${name}` }}
      hidden={{ userId }}
      action={resetAccountTwoFactorAction}
    />
  );
}
