"use client";

import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { LoadRule } from "@/lib/schemas/load-rule";
import { useLoadedRule } from "./use-loaded-rule";

export type CheckedFieldProps = {
  name: string;
  label: string;
  /** The rule the server holds. */
  loadRule: LoadRule;
  /** What one should know of the text as it stands: digits still to come, an unusual key. */
  remark?: ((text: string) => string | null) | undefined;
  description?: string | undefined;
  defaultValue?: string | undefined;
  /** What the server said of it. */
  error?: string | undefined;
  required?: boolean;
  inputMode?: "text" | "numeric" | "decimal" | "email" | "tel";
  type?: "text" | "date";
  min?: string;
};

/** A field that says what is wrong as one types: once it has been left, so that a half-typed text is no error. */
export function CheckedField({
  name,
  label,
  loadRule,
  remark,
  description,
  defaultValue = "",
  error,
  ...input
}: CheckedFieldProps) {
  const [text, setText] = useState(defaultValue);
  const [isLeft, setIsLeft] = useState(false);
  const { rule, bringRule } = useLoadedRule(loadRule);
  // What the server said holds for the text it was sent.
  const [refused, setRefused] = useState<{ error: string | undefined; text: string }>({ error: undefined, text: "" });
  if (refused.error !== error) setRefused({ error, text });

  const reason = rule?.safeParse(text).error?.issues[0]?.message;
  const shown = (isLeft && text !== defaultValue ? reason : undefined) ?? (refused.text === text ? error : undefined);
  return (
    <TextInput
      name={name}
      label={label}
      description={remark?.(text) ?? description}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onFocus={bringRule}
      onBlur={() => setIsLeft(true)}
      error={shown}
      maw={480}
      autoComplete="off"
      {...input}
    />
  );
}
