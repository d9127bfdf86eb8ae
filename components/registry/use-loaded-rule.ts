import { useState } from "react";
import type * as z from "zod";
import type { LoadRule } from "@/lib/schemas/load-rule";

/** A rule that comes when its field is entered. Until then, and should it not come, the server alone checks. */
export function useLoadedRule(loadRule: LoadRule) {
  const [rule, setRule] = useState<z.ZodType | null>(null);
  return {
    rule,
    bringRule: () => {
      if (rule === null) loadRule().then(setRule, () => setRule(null));
    },
  };
}
