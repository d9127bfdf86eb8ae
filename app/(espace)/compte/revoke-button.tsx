import { ConfirmedAction } from "@/components/ui/confirmed-action";
import type { ActionState } from "@/lib/schemas/action-state";

export type RevokeButtonProps = {
  /** The field of the form, and what is revoked. */
  field: string;
  id: string;
  /** « la clé Compteur ». */
  what: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** What is revoked cannot be brought back. */
export function RevokeButton({ field, id, what, action }: RevokeButtonProps) {
  return (
    <ConfirmedAction
      ask={{ text: "Révoquer", name: `Révoquer ${what}` }}
      confirm={{ text: "Révoquer pour toujours", name: `Révoquer pour toujours ${what}` }}
      hidden={{ [field]: id }}
      action={action}
    />
  );
}
