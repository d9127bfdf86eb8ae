"use client";

import { useState } from "react";
import { CodeForm } from "./code-form";
import { PasswordForm } from "./password-form";

/** Two steps at most: the password, then a code from who has a second factor. */
export function SignInForm({ next }: { next: string }) {
  const [step, setStep] = useState<"password" | "code">("password");

  // A full load: everything rendered for a stranger is dropped.
  const open = () => window.location.assign(next);
  return step === "password" ? (
    <PasswordForm onOpen={open} onCode={() => setStep("code")} />
  ) : (
    <CodeForm onOpen={open} onBack={() => setStep("password")} />
  );
}
