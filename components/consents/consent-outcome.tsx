import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { SendResult } from "./send-consent";

type ConsentOutcomeProps = {
  result: SendResult | null;
  /** Said once it is taken. */
  title: string;
  children?: ReactNode;
};

/** What became of a consent that was sent; nothing before it is. */
export function ConsentOutcome({ result, title, children }: ConsentOutcomeProps) {
  if (result?.kind === "done") {
    return (
      <Notice tone="success" title={title} live>
        {children}
      </Notice>
    );
  }
  if (result?.kind !== "failed") return null;
  return (
    <Notice tone="danger" title="Rien n’est enregistré" live>
      {result.message}
    </Notice>
  );
}
