import type { Route } from "next";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { describeContact } from "@/lib/format/describe-contact";
import { formatDay } from "@/lib/format/format-date";
import { PARTY_LABELS } from "@/lib/format/operation-labels";
import type { readContactChanges } from "@/lib/services/contacts/read-contact-changes";

type Change = Awaited<ReturnType<typeof readContactChanges>>["changes"][number];

/** What the sheet will say once it binds: until then it shows who counts today. */
export function PendingContacts({ slug, changes }: { slug: string; changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  return (
    <div data-no-print>
      <Notice title="Des coordonnées vont changer">
        <ul>
          {changes.map(({ id, role, bindingDay, details }) => (
            <li key={id}>
              {PARTY_LABELS[role]}, à partir du {formatDay(bindingDay)} : {describeContact(details)}
            </li>
          ))}
        </ul>
        <Link href={`/operations/${slug}/reglages/interlocuteurs` as Route}>Changements d’interlocuteurs</Link>
      </Notice>
    </div>
  );
}
