"use client";

import { NativeSelect, Radio, Stack, TextInput } from "@mantine/core";
import styles from "./checked-fields.module.css";
import { type FieldSpec, type FieldValues, listShownFields } from "./field-spec";

type CheckedFieldsProps = {
  fields: readonly FieldSpec[];
  values: FieldValues;
  /** Why a field is wrong. */
  reasons: Readonly<Record<string, string | undefined>>;
  onChange: (field: string, value: string) => void;
  /** When one leaves a field. */
  onLeave: (field: string) => void;
};

/** The fields of a form, each with its reason beside it. */
export function CheckedFields({ fields, values, ...rest }: CheckedFieldsProps) {
  return (
    <div className={styles.fields}>
      {listShownFields(fields, values).map((field) => (
        <div
          key={field.name}
          className={field.kind === "choice" ? styles.wide : undefined}
          data-wrong={rest.reasons[field.name] === undefined ? undefined : true}
        >
          <CheckedField field={field} value={values[field.name] ?? ""} {...rest} />
        </div>
      ))}
    </div>
  );
}

type CheckedFieldProps = Omit<CheckedFieldsProps, "fields" | "values"> & { field: FieldSpec; value: string };

const INPUTS = {
  text: { type: "text" },
  email: { type: "email" },
  tel: { type: "tel" },
  date: { type: "date" },
  digits: { type: "text", inputMode: "numeric" },
} as const;

function CheckedField({ field, value, reasons, onChange, onLeave }: CheckedFieldProps) {
  const { name, label, description, isRequired = false } = field;
  const common = { name, label, description, error: reasons[name], required: isRequired, value };
  if (field.kind === "choice") {
    return (
      <Radio.Group {...common} onChange={(chosen) => onChange(name, chosen)}>
        <Stack gap="xs" my="xs">
          {field.options.map((option) => (
            <Radio key={option.value} value={option.value} label={option.label} description={option.description} />
          ))}
        </Stack>
      </Radio.Group>
    );
  }
  if (field.kind === "list") {
    return (
      <NativeSelect
        {...common}
        data={field.options.map((option) => ({ value: option.value, label: option.label }))}
        onChange={(event) => onChange(name, event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...common}
      {...INPUTS[field.kind]}
      onChange={(event) => onChange(name, event.currentTarget.value)}
      onBlur={() => onLeave(name)}
    />
  );
}
