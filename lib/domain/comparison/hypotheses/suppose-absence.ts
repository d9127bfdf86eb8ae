import type { Attachment } from "@/lib/domain/perimeter/attachment";
import type { Period } from "@/lib/domain/time/period";
import type { Hypothesis, PointRole } from "./hypothesis";

/**
 * Supposes that a metering point did not count on some days: it was left out, entered later or left earlier.
 *
 * With a static key its share becomes surplus, with the default key it goes to the others.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.
 */
export function supposeAbsence({ meteringPointId, role }: PointRole, days: Period): Hypothesis {
  return {
    claim: { kind: "point_absent", meteringPointId, role, days },
    changeInput: (input) => ({
      ...input,
      attachments: input.attachments.flatMap((attachment) =>
        attachment.meteringPointId === meteringPointId && attachment.role === role
          ? cutOut(attachment, days)
          : [attachment],
      ),
    }),
    changeResults: null,
  };
}

function cutOut(attachment: Attachment, { from, toExclusive }: Period): Attachment[] {
  const end = attachment.toExclusive;
  const before = { ...attachment, toExclusive: end !== null && end < from ? end : from };
  const after = { ...attachment, from: attachment.from > toExclusive ? attachment.from : toExclusive };
  return [...(attachment.from < from ? [before] : []), ...(end === null || end > toExclusive ? [after] : [])];
}
