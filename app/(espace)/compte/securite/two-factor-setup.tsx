"use client";

import { Button, Code } from "@mantine/core";
import { useActionState, useState } from "react";
import { AccountForm } from "@/components/account/account-form";
import { beginTwoFactorAction, confirmTwoFactorAction } from "./actions";
import { CodeField } from "./code-field";
import { PasswordField } from "./password-field";
import type { CodesState, SetupState } from "./security-state";
import styles from "./two-factor.module.css";

const IDLE = { status: "idle" } as const;

/** Password, secret, first code. */
export function TwoFactorSetup({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  const [state, formAction, isPending] = useActionState<SetupState, FormData>(beginTwoFactorAction, IDLE);
  if (!isOpen) {
    return (
      <Button className={styles.opening} onClick={() => setIsOpen(true)}>
        Activer la double authentification
      </Button>
    );
  }
  if (state.status === "begun") return <FirstCode begun={state} onCodes={onCodes} />;
  return (
    <AccountForm
      label="Activer la double authentification"
      submit="Continuer"
      takesFocus
      state={state}
      formAction={formAction}
      isPending={isPending}
      cancel={
        <Button variant="default" onClick={() => setIsOpen(false)}>
          Annuler
        </Button>
      }
    >
      {(errorOf) => (
        <PasswordField
          name="password"
          label="Votre mot de passe"
          autoComplete="current-password"
          error={errorOf("password")}
        />
      )}
    </AccountForm>
  );
}

type FirstCodeProps = {
  begun: Extract<SetupState, { status: "begun" }>;
  onCodes: (codes: readonly string[]) => void;
};

function FirstCode({ begun: { secret, uri, offer, qrCode }, onCodes }: FirstCodeProps) {
  const [state, formAction, isPending] = useActionState<CodesState, FormData>(async (previous, form) => {
    const next = await confirmTwoFactorAction(previous, form);
    if (next.status === "codes") onCodes(next.codes);
    return next;
  }, IDLE);
  return (
    <div className={styles.setup}>
      <p>
        Dans votre application d’authentification (FreeOTP, Aegis, Google Authenticator, un gestionnaire de mots de
        passe…), ajoutez un compte en visant ce dessin :
      </p>
      <svg
        className={styles.qrCode}
        viewBox={`0 0 ${qrCode.size} ${qrCode.size}`}
        role="img"
        aria-label="Code QR du secret ; le même secret est écrit dessous"
        shapeRendering="crispEdges"
      >
        <rect width={qrCode.size} height={qrCode.size} fill="#ffffff" />
        <path d={qrCode.path} fill="#000000" />
      </svg>
      <p>
        Ou tapez ce secret : <Code aria-label="Secret">{secret}</Code>
        <br />
        Sur ce téléphone même : <a href={uri}>ouvrir l’application</a>.
      </p>
      <AccountForm
        label="Premier code"
        submit="Activer"
        takesFocus
        state={state}
        formAction={formAction}
        isPending={isPending}
      >
        {(errorOf) => (
          <>
            <input type="hidden" name="offer" value={offer} />
            <CodeField
              label="Premier code"
              description="Les 6 chiffres que l’application affiche alors"
              error={errorOf("code")}
            />
          </>
        )}
      </AccountForm>
    </div>
  );
}
