"use client";

import { useMemo, useState } from "react";
import { UNITS_PPM } from "@/lib/domain/coefficients/key-version";
import { renameRuleConsumers } from "@/lib/domain/coefficients/rename-rule-consumers";
import type { OfferedRule } from "@/lib/schemas/key-rule-draft";
import { KeyPreview } from "./key-preview";
import { PreviewTables } from "./preview-tables";
import { useKeyPreview } from "./use-key-preview";

type RulePreviewProps = {
  /** The operation's slug. */
  slug: string;
  /** By metering point id; null while the form says none. */
  rule: OfferedRule | null;
  unitPpm: number;
  consumers: readonly { readonly id: string; readonly prm: string }[];
};

/** What a rule would have given over the last twelve months; nothing is computed until it is asked for. */
export function RulePreview({ slug, rule, unitPpm, consumers }: RulePreviewProps) {
  const [isOpen, setIsOpen] = useState(false);
  const body = useMemo(() => {
    if (!isOpen || rule === null) return null;
    const prms = new Map(consumers.map(({ id, prm }) => [id, prm]));
    const named = renameRuleConsumers(rule, (id) => prms.get(id));
    const decimals = (UNITS_PPM as readonly number[]).indexOf(unitPpm);
    return JSON.stringify({ kind: "dynamic_simple", rule: named, decimals });
  }, [isOpen, rule, unitPpm, consumers]);
  const state = useKeyPreview(slug, body);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>Essayer cette règle sur les douze derniers mois</summary>
      {isOpen && (
        <>
          <KeyPreview state={state} pause={rule === null ? "L’aperçu attend une règle complète." : null} slug={slug} />
          {state.preview && <PreviewTables preview={state.preview} slug={slug} />}
        </>
      )}
    </details>
  );
}
