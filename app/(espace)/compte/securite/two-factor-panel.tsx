"use client";

import { useState } from "react";
import { RecoveryCodes } from "./recovery-codes";
import { TwoFactorSettings } from "./two-factor-settings";
import { TwoFactorSetup } from "./two-factor-setup";

/** Codes just drawn stay until they are kept, whatever is read anew around them. */
export function TwoFactorPanel({ isOn }: { isOn: boolean }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />;
  return isOn ? <TwoFactorSettings onCodes={setCodes} /> : <TwoFactorSetup onCodes={setCodes} />;
}
