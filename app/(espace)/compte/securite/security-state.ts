import type { ActionState } from "@/lib/schemas/action-state";
import type { QrCode } from "@/lib/services/accounts/security/draw-qr-code";

/** A second factor that waits for its first code. */
export type SetupState =
  | ActionState
  | {
      readonly status: "begun";
      /** In groups of four letters. */
      readonly secret: string;
      readonly uri: string;
      readonly offer: string;
      readonly qrCode: QrCode;
    };

/** Recovery codes, shown for the only time. */
export type CodesState = ActionState | { readonly status: "codes"; readonly codes: readonly string[] };
