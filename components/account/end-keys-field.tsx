import { Checkbox } from "@mantine/core";

/** Beside a new password: keys and calendars open without it, and outlive it unless they are revoked too. */
export function EndKeysField({ description }: { description: string }) {
  return (
    <Checkbox
      name="endsKeys"
      value="1"
      label="Révoquer aussi toutes les clés d’API et tous les calendriers"
      description={description}
    />
  );
}
