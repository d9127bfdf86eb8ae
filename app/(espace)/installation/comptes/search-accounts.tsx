"use client";

import { Button, Group, TextInput } from "@mantine/core";

/** Part of a name or of an address; a plain form, so that the address of the page says what is looked for. */
export function SearchAccounts({ action, text }: { action: string; text: string }) {
  return (
    <form action={action} aria-label="Chercher un compte">
      <Group align="flex-end" mb="md">
        <TextInput name="q" label="Nom ou adresse" defaultValue={text} type="search" />
        <Button type="submit" variant="default">
          Chercher
        </Button>
      </Group>
    </form>
  );
}
