import { TextInput } from "@mantine/core";
import type { ErrorOf } from "./registry-form";

type ReasonFieldProps = { label: string; description: string; errorOf: ErrorOf };

/** Why something official is done: a sentence or two that stays with it. */
export function ReasonField({ label, description, errorOf }: ReasonFieldProps) {
  return (
    <TextInput
      name="reason"
      label={label}
      description={description}
      maxLength={500}
      error={errorOf("reason")}
      required
      maw={640}
    />
  );
}
