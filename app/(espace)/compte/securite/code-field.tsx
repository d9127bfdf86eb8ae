import { TextInput } from "@mantine/core";

type CodeFieldProps = { label: string; description: string; error: string | undefined };

export function CodeField({ label, description, error }: CodeFieldProps) {
  return (
    <TextInput
      name="code"
      label={label}
      description={description}
      error={error}
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      required
    />
  );
}
