"use client";

import { type FormEvent, useActionState, useEffect, useRef, useState } from "react";
import type * as z from "zod";
import type { ActionState } from "@/lib/schemas/action-state";
import type { LoadRule } from "@/lib/schemas/load-rule";
import type { FieldValues } from "./field-spec";

const IDLE: ActionState = { status: "idle" };

type Reasons = Readonly<Record<string, string | undefined>>;

type CheckedForm = {
  /** The same schema as the server's. */
  readonly loadRule: LoadRule;
  readonly initial: FieldValues;
  /** What goes with the fields, and is not typed: which operation, which section. */
  readonly hidden?: FieldValues;
  readonly action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  readonly onDone?: (message: string | undefined) => void;
};

/**
 * A form that checks each field as one leaves it, keeps what was typed, and puts the cursor in the first wrong field.
 *
 * A wrong field is wrapped in an element with `data-wrong`.
 */
export function useCheckedForm({ loadRule, initial, hidden, action, onDone }: CheckedForm) {
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(initial);
  const [reasons, setReasons] = useState<Reasons>({});
  const [refusals, setRefusals] = useState(0);
  const rule = useRef<z.ZodType | null>(null);
  const latest = useRef<FieldValues>({ ...initial, ...hidden });

  useEffect(() => {
    latest.current = { ...values, ...hidden };
  }, [values, hidden]);

  async function reasonsNow(): Promise<Reasons> {
    rule.current ??= await loadRule().catch(() => null); // cut off from the server, which checks all the same
    return rule.current ? reasonsOf(rule.current, latest.current) : {};
  }

  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>("[data-wrong] :is(input, select)")?.focus();
  }, [refusals]);

  function refuse(why: Reasons) {
    setReasons(why);
    setRefusals((count) => count + 1);
  }

  const [state, formAction, isPending] = useActionState(async (previous: ActionState, data: FormData) => {
    const next = await action(previous, data);
    if (next.status === "done") onDone?.(next.message);
    if (next.status === "failed") {
      refuse(Object.fromEntries(Object.entries(next.fieldErrors).map(([field, messages]) => [field, messages?.[0]])));
    }
    return next;
  }, IDLE);

  return {
    form,
    values,
    reasons,
    state,
    formAction,
    isPending,
    replaceAll: setValues,
    change: (field: string, value: string) => {
      setValues((current) => ({ ...current, [field]: value }));
      setReasons((current) => ({ ...current, [field]: undefined }));
    },
    /** Of one field, as one leaves it. */
    check: async (field: string) => {
      const found = await reasonsNow();
      setReasons((current) => ({ ...current, [field]: found[field] }));
    },
    /** Of some fields before going on; the cursor goes to the first that is wrong. */
    checkAll: async (fields: readonly string[]): Promise<boolean> => {
      const found = await reasonsNow();
      const wrong = fields.filter((field) => found[field] !== undefined);
      if (wrong.length > 0) refuse(Object.fromEntries(wrong.map((field) => [field, found[field]])));
      return wrong.length === 0;
    },
    /** Before anything is sent; a form sent before its rule has come is checked by the server alone. */
    onSubmit: (event: FormEvent) => {
      const found = rule.current ? reasonsOf(rule.current, latest.current) : {};
      if (Object.keys(found).length === 0) return;
      event.preventDefault();
      refuse(found);
    },
  };
}

/** The first reason of each wrong field. */
function reasonsOf(schema: z.ZodType, values: FieldValues): Readonly<Record<string, string>> {
  const reasons: Record<string, string> = {};
  for (const { path, message } of schema.safeParse(values).error?.issues ?? []) {
    reasons[String(path[0])] ??= message;
  }
  return reasons;
}
