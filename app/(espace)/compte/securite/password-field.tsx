import { PasswordInput } from "@mantine/core";

type PasswordFieldProps = {
  name: string;
  label: string;
  description?: string;
  autoComplete: "current-password" | "new-password";
  error: string | undefined;
};

export function PasswordField({ name, label, description, autoComplete, error }: PasswordFieldProps) {
  return (
    <PasswordInput
      name={name}
      label={label}
      description={description}
      autoComplete={autoComplete}
      error={error}
      required
      visibilityToggleButtonProps={{ "aria-label": `Afficher ou masquer : ${label}` }}
    />
  );
}
