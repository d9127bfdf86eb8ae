import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { describeReferentialCounts } from "@/lib/format/describe-referential-counts";
import { formatCount } from "@/lib/format/format-number";
import type { ReferentialAnswer, ReferentialResult } from "./send-referential";

type ReferentialOutcomeProps = {
  kind: Exclude<ReferentialAnswer["kind"], "failed">;
  result: ReferentialResult;
  /** The button that puts the text in force. */
  confirm: ReactNode;
};

type Changes = NonNullable<ReferentialResult["found"]>["changes"];

const CHANGES = {
  added: { text: "nouvelle", tone: "success" },
  removed: { text: "retirée", tone: "danger" },
  repriced: { text: "points changés", tone: "warning" },
} as const;

/** What was read of a text, what is wrong with it, and what it changes. */
export function ReferentialOutcome({ kind, result, confirm }: ReferentialOutcomeProps) {
  const { found, errorCount } = result;
  return (
    <>
      {kind === "refused" && (
        <Notice tone="danger" title={`Le texte est refusé : ${formatCount(errorCount, "erreur", "erreurs")}`} live>
          Rien n’a été enregistré. Corrigez ce qui est signalé ci-dessous, puis déposez-le de nouveau.
        </Notice>
      )}
      {kind === "stored" && (
        <Notice tone="success" title="C’est enregistré : ce texte est en vigueur, les scores en tiennent compte" live />
      )}
      {kind === "checked" && found && (
        <Notice tone="info" title={`Lu : ${describeReferentialCounts(found)}`} actions={confirm} live>
          <p>Rien n’est encore enregistré. {describeChanges(found.changes)}</p>
          <p>{describeAnswers(found)}</p>
        </Notice>
      )}
      <Problems files={result.files} />
      {found && kind !== "stored" && <ChangeTable changes={found.changes} />}
    </>
  );
}

function describeChanges({ added, removed, repriced }: Changes): string {
  if (added + removed + repriced === 0) return "Ses actions et leurs points sont ceux du texte en vigueur.";
  const parts = [
    added > 0 && formatCount(added, "action nouvelle", "actions nouvelles"),
    removed > 0 && formatCount(removed, "action retirée", "actions retirées"),
    repriced > 0 && formatCount(repriced, "action aux points changés", "actions aux points changés"),
  ];
  return `Par rapport au texte en vigueur : ${parts.filter(Boolean).join(", ")}.`;
}

function describeAnswers({ answersKept, changes }: NonNullable<ReferentialResult["found"]>): string {
  const kept = `${formatCount(answersKept, "réponse a son action", "réponses ont leur action")} dans ce texte.`;
  if (changes.answersLost === 0) return kept;
  return `${kept} ${formatCount(changes.answersLost, "réponse perd la sienne", "réponses perdent la leur")} : elles sont gardées, et reviennent avec un texte qui l’a.`;
}

function Problems({ files }: { files: ReferentialResult["files"] }) {
  const rows = files.flatMap(({ name, problems }) =>
    problems.listed.map((problem, index) => ({
      id: `${name}-${index}`,
      cells: {
        severity:
          problem.severity === "error"
            ? ({ text: "erreur", tone: "danger" } as const)
            : ({ text: "avertissement", tone: "warning" } as const),
        file: name,
        line: problem.line ?? null,
        message: problem.message,
      },
    })),
  );
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption="Problèmes du texte"
      columns={[
        { key: "file", label: "Fichier", kind: "text" },
        { key: "line", label: "Ligne", kind: "number" },
        { key: "severity", label: "Gravité", kind: "status" },
        { key: "message", label: "Ce qui se passe, et que faire", kind: "text" },
      ]}
      rows={rows}
      fileName="problemes-referentiel"
    />
  );
}

function ChangeTable({ changes: { listed, added, removed, repriced } }: { changes: Changes }) {
  if (listed.length === 0) return null;
  const total = added + removed + repriced;
  return (
    <>
      <DataTable
        caption="Ce que ce texte change"
        columns={[
          { key: "number", label: "Action", kind: "text" },
          { key: "title", label: "Titre", kind: "text" },
          { key: "change", label: "Changement", kind: "status" },
          { key: "before", label: "Points avant", kind: "number", decimals: 3 },
          { key: "after", label: "Points après", kind: "number", decimals: 3 },
          { key: "answer", label: "Réponse", kind: "text" },
        ]}
        rows={listed.map(({ kind, number, title, pointsBefore, pointsAfter, isAnswered }) => ({
          id: `${kind}-${number}`,
          cells: {
            number: number === "" ? "Programme" : number,
            title,
            change: CHANGES[kind],
            before: pointsBefore,
            after: pointsAfter,
            answer: isAnswered ? (kind === "removed" ? "perd son action" : "gardée") : null,
          },
        }))}
        fileName="changements-referentiel"
      />
      {total > listed.length && (
        <p>{`Les ${listed.length} premiers sur ${formatCount(total, "changement", "changements")}.`}</p>
      )}
    </>
  );
}
