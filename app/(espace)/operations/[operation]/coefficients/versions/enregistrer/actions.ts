"use server";

import { refresh } from "next/cache";
import { formatDay } from "@/lib/format/format-date";
import type { ActionState } from "@/lib/schemas/action-state";
import { coefficientKeySchema } from "@/lib/schemas/coefficient-key";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { setCoefficientKey } from "@/lib/services/coefficients/set-coefficient-key";

const PERCENT_FIELD = "percent:";

export async function setCoefficientKeyAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const percents = Object.fromEntries(
      [...form.entries()]
        .filter(([field]) => field.startsWith(PERCENT_FIELD))
        .map(([field, text]) => [field.slice(PERCENT_FIELD.length), text]),
    );
    const key = coefficientKeySchema.parse({ ...Object.fromEntries(form), percents });
    const operation = await authorizeOperation(key.operation, "write");
    const ppmByConsumer = new Map(Object.entries(key.percents));
    await setCoefficientKey(operation, operation.actor, { kind: key.kind, from: key.from, ppmByConsumer });
    refresh();
    return `La clé est enregistrée : elle vaut à partir du ${formatDay(key.from)}.`;
  });
}
