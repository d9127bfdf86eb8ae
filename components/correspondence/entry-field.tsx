"use client";

import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";

/** One field of an entry, as a page describes it. */
export type EntryField = {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly isRequired?: boolean;
  readonly initial?: string;
  /** Shown, and sent, only while another field has one of these values. */
  readonly onlyWhen?: { readonly field: string; readonly values: readonly string[] };
} & (
  | { readonly kind: "text" | "long"; readonly maxLength: number }
  | { readonly kind: "day"; readonly min?: string; readonly max?: string }
  | { readonly kind: "choice"; readonly options: readonly { readonly value: string; readonly label: string }[] }
  /** Sent as `true` or `false`. */
  | { readonly kind: "box" }
);

type EntryFieldInputProps = {
  field: EntryField;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
};

/** The input of one field; a box holds `true` or nothing. */
export function EntryFieldInput({ field, value, error, onChange }: EntryFieldInputProps) {
  const { name, label, description, isRequired = false } = field;
  const common = { name, label, description, error, required: isRequired };
  const set = ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value);
  switch (field.kind) {
    case "text":
      return <TextInput {...common} value={value} maxLength={field.maxLength} onChange={set} maw={520} />;
    case "long":
      return (
        <Textarea {...common} value={value} maxLength={field.maxLength} onChange={set} autosize minRows={3} maw={640} />
      );
    case "day":
      return (
        <TextInput {...common} type="date" value={value} min={field.min} max={field.max} onChange={set} maw={260} />
      );
    case "choice":
      return <NativeSelect {...common} value={value} data={[...field.options]} onChange={set} maw={520} />;
    case "box":
      return (
        <Checkbox
          name={name}
          label={label}
          description={description}
          error={error}
          checked={value === "true"}
          onChange={({ currentTarget }) => onChange(currentTarget.checked ? "true" : "")}
        />
      );
  }
}
