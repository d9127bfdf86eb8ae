import type { Route } from "next";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { formatCount } from "@/lib/format/format-number";
import type { AuthorizedOperation } from "@/lib/server/access";
import { readMeasuresToDo } from "@/lib/services/measures/read-measures-to-do";

/** What in the measures waits for somebody; nothing when nothing does. */
export async function MeasuresToDo({ operation }: { operation: AuthorizedOperation }) {
  const { openSuspicions, waitingImports } = await readMeasuresToDo(operation.id);
  if (openSuspicions + waitingImports === 0) return null;
  const measures = `/operations/${operation.sheet.slug}/mesures`;
  return (
    <Notice tone="warning" title="Des mesures vous attendent">
      {openSuspicions > 0 && (
        <p>
          <Link href={`${measures}#a-verifier` as Route}>
            {formatCount(openSuspicions, "mesure à vérifier", "mesures à vérifier")}
          </Link>
        </p>
      )}
      {waitingImports > 0 && (
        <p>
          <Link href={`${measures}/imports` as Route}>
            {formatCount(waitingImports, "import qui attend une réponse", "imports qui attendent une réponse")}
          </Link>
        </p>
      )}
    </Notice>
  );
}
