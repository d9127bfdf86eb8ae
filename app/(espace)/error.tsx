"use client";

import { Button } from "@mantine/core";
import { Notice } from "@/components/ui/notice";

/** What the frame shows when a page breaks; details stay in the log, under the digest. */
export default function SpaceError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <Notice
      tone="danger"
      title="Cette page n’a pas pu s’afficher"
      actions={<Button onClick={retry}>Réessayer</Button>}
      live
    >
      La base de données est peut-être injoignable, ou une erreur s’est produite. Rien n’a été modifié.
      {error.digest && ` Référence à donner à l’assistance : ${error.digest}.`}
    </Notice>
  );
}
