import "server-only";
import { cache } from "react";
import { isTwoFactorDue } from "@/lib/data/two-factor-duty";

/** Whether a collectivity asks the person of a session for a second factor that he has not switched on. One query per request. */
export const owesTwoFactor = cache(
  async (userId: string, isOn: boolean): Promise<boolean> => !isOn && (await isTwoFactorDue(userId)),
);
