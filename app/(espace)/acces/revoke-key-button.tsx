import { ConfirmedAction } from "@/components/ui/confirmed-action";
import { revokeCollectivityKeyAction } from "./key-actions";

/** A key that is revoked cannot be brought back. */
export function RevokeKeyButton({ collectivity, id, name }: { collectivity: string; id: string; name: string }) {
  return (
    <ConfirmedAction
      ask={{ text: "Révoquer", name: `Révoquer la clé ${name}` }}
      confirm={{ text: "Révoquer pour toujours", name: `Révoquer pour toujours la clé ${name}` }}
      hidden={{ collectivity, keyId: id }}
      action={revokeCollectivityKeyAction}
    />
  );
}
