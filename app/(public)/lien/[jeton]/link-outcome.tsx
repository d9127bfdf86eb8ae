"use client";

import type { Route } from "next";
import { createContext, type ReactNode, useState } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";

export type Outcome = { readonly message: string; readonly next: { readonly href: Route; readonly label: string } };

/** Tells what a link has done. */
export const TellOutcome = createContext<(outcome: Outcome) => void>(() => undefined);

/**
 * Says what a link has done in the place of everything else: the page is drawn again with the answer, and knows only that
 * the link is over.
 */
export function LinkOutcome({ children }: { children: ReactNode }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  if (outcome) {
    const { message, next } = outcome;
    return (
      <>
        <h1>C’est fait</h1>
        <Notice tone="success" title={message} live actions={<ButtonLink href={next.href}>{next.label}</ButtonLink>} />
      </>
    );
  }
  return <TellOutcome value={setOutcome}>{children}</TellOutcome>;
}
