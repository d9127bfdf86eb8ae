import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";

const FILES = [
  { format: "xlsx", label: "Classeur pour l’auditeur" },
  { format: "pdf", label: "Synthèse pour le conseil" },
  { format: "csv", label: "Tableau CSV" },
] as const;

type PlanExportsProps = {
  collectivityId: string;
  /** A snapshot; the plan as it stands without it. */
  snapshotId?: string;
};

/** The files a climate plan can be taken away as. */
export function PlanExports({ collectivityId, snapshotId }: PlanExportsProps) {
  const kept = snapshotId === undefined ? "" : `&snapshot=${snapshotId}`;
  return FILES.map(({ format, label }) => (
    <ButtonLink
      key={format}
      href={`/api/v1/collectivities/${collectivityId}/climate-plan/export?format=${format}${kept}` as Route}
      variant="default"
      download
    >
      {label}
    </ButtonLink>
  ));
}
