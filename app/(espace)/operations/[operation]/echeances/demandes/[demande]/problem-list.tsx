import { Notice } from "@/components/ui/notice";
import type { RequestProblem } from "@/lib/domain/requests/request-progress";
import { REQUEST_SUBJECTS_TEXTS } from "@/lib/format/request-words";
import type { RequestSite } from "@/lib/services/requests/list-request-sites";

type ProblemListProps = {
  problems: readonly RequestProblem[];
  sites: ReadonlyMap<string, RequestSite>;
};

/** What the operator asks to mend, PRM by PRM. */
export function ProblemList({ problems, sites }: ProblemListProps) {
  return (
    <Notice tone="danger" title="Le gestionnaire signale une anomalie : à corriger, puis à renvoyer">
      <ProblemItems problems={problems} sites={sites} />
    </Notice>
  );
}

/** The same as a bare list. */
export function ProblemItems({ problems, sites }: ProblemListProps) {
  return (
    <ul>
      {problems.map(({ meteringPointId, subject, text }) => {
        const site = meteringPointId === null ? undefined : sites.get(meteringPointId);
        return (
          <li key={`${meteringPointId}-${subject}-${text}`}>
            {site && <strong>{site.prm === null ? "Particulier" : `${site.name} (${site.prm})`} : </strong>}
            {REQUEST_SUBJECTS_TEXTS[subject]}
            {text !== "" && ` – «\u00a0${text}\u00a0»`}
          </li>
        );
      })}
    </ul>
  );
}
