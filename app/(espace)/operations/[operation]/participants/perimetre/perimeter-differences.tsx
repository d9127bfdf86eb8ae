"use client";

import { Checkbox } from "@mantine/core";
import type { Route } from "next";
import { useState } from "react";
import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import { formatPeriod } from "@/lib/format/format-date";
import type { PerimeterFileOutcome } from "./send-perimeter-file";
import { TakeOverDays } from "./take-over-days";

type Stay = { readonly from: string; readonly toExclusive: string | null };
type Doubts = PerimeterFileOutcome["differing"][number]["doubts"];

type PerimeterDifferencesProps = {
  file: PerimeterFileOutcome;
  address: string;
  mayWrite: boolean;
  onTaken: (message: string) => void;
};

const COMMON = [
  { key: "name", label: "Site", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "role", label: "Rôle", kind: "text" },
] as const;

/** What differs, list by list, with what to do; days are taken over only where they were ticked. */
export function PerimeterDifferences({ file, address, mayWrite, onTaken }: PerimeterDifferencesProps) {
  const { differing, onlyRegistry } = file;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const sheet = (prm: string) => `/operations/${address}/participants/prm/${prm}` as Route;

  function toggle(index: number, isChosen: boolean) {
    setChosen((before) => {
      const after = new Set(before);
      if (isChosen) after.add(index);
      else after.delete(index);
      return after;
    });
  }

  return (
    <>
      {differing.length > 0 && (
        <PageSection title="Dates différentes">
          <p>
            Enedis calcule avec ses dates. Si elles sont justes, cochez les lignes et reprenez-les : la date demandée
            reste notée à côté. Sinon, écrivez à Enedis.
          </p>
          <DataTable
            caption="Rattachements dont les dates diffèrent"
            columns={[
              ...COMMON,
              { key: "ours", label: "Registre", kind: "text" },
              { key: "theirs", label: "Enedis", kind: "text" },
              { key: "doubt", label: "À vérifier", kind: "text" },
            ]}
            fileName="perimetre-dates"
            rows={differing.map(({ prm, role, name, ours, theirs, doubts }, index) => ({
              id: String(index),
              href: sheet(prm),
              cells: {
                name,
                prm,
                role: roleName(role),
                ours: days(ours),
                theirs: days(theirs),
                doubt: describeDoubts(doubts),
              },
              actions: mayWrite && (
                <Checkbox
                  aria-label={`Reprendre les dates d’Enedis pour ${name}, ${roleName(role).toLowerCase()}`}
                  checked={chosen.has(index)}
                  onChange={({ currentTarget }) => toggle(index, currentTarget.checked)}
                />
              ),
            }))}
          />
          {mayWrite && (
            <TakeOverDays
              address={address}
              stays={differing.filter((_, index) => chosen.has(index))}
              onChooseAll={() => setChosen(new Set(differing.keys()))}
              onTaken={onTaken}
            />
          )}
        </PageSection>
      )}
      {onlyRegistry.length > 0 && (
        <PageSection title="Dans le registre seulement">
          <p>
            Enedis ne compte pas ces rattachements. Vérifiez que l’entrée lui a été demandée (annexe 2), ou annulez-la
            dans la fiche du PRM.
          </p>
          <DataTable
            caption="Rattachements que le fichier n’a pas"
            columns={[...COMMON, { key: "ours", label: "Registre", kind: "text" }]}
            fileName="perimetre-registre-seul"
            rows={onlyRegistry.map(({ prm, role, name, ...stay }, index) => ({
              id: String(index),
              href: sheet(prm),
              cells: { name, prm, role: roleName(role), ours: days(stay) },
            }))}
          />
        </PageSection>
      )}
      <FileOnly file={file} sheet={sheet} />
    </>
  );
}

function FileOnly({
  file: { onlyFile, unknown },
  sheet,
}: {
  file: PerimeterFileOutcome;
  sheet: (prm: string) => Route;
}) {
  return (
    <>
      {onlyFile.length > 0 && (
        <PageSection title="Chez Enedis seulement">
          <p>
            Enedis compte ces PRM et le registre non. S’ils participent, faites-les entrer (fiche du PRM ou annexe 2) ;
            sinon, demandez à Enedis de les sortir.
          </p>
          <DataTable
            caption="Rattachements que le registre n’a pas"
            columns={[
              { key: "prm", label: "PRM", kind: "code" },
              { key: "theirs", label: "Enedis", kind: "text" },
              { key: "known", label: "Registre", kind: "text" },
              { key: "doubt", label: "À vérifier", kind: "text" },
            ]}
            fileName="perimetre-enedis-seul"
            rows={onlyFile.map(({ prm, isKnown, doubts, ...stay }, index) => ({
              id: String(index),
              ...(isKnown ? { href: sheet(prm) } : {}),
              cells: {
                prm,
                theirs: days(stay),
                known: isKnown ? "PRM connu, pas ces jours" : "PRM inconnu",
                doubt: describeDoubts(doubts),
              },
            }))}
          />
        </PageSection>
      )}
      {unknown.length > 0 && (
        <PageSection title="Identifiants non reconnus">
          <p>
            Ces lignes ne désignent aucun PRM du registre. Un numéro de 10 chiffres est sans doute un contrat
            d’injection : notez-le dans la fiche de son producteur, puis comparez de nouveau.
          </p>
          <DataTable
            caption="Lignes dont l’identifiant n’est pas reconnu"
            columns={[
              { key: "text", label: "Identifiant", kind: "code" },
              { key: "theirs", label: "Enedis", kind: "text" },
            ]}
            fileName="perimetre-inconnus"
            rows={unknown.map(({ text, ...stay }, index) => ({
              id: String(index),
              cells: { text, theirs: days(stay) },
            }))}
          />
        </PageSection>
      )}
    </>
  );
}

const roleName = (role: "consumer" | "producer") => (role === "producer" ? "Producteur" : "Consommateur");

const days = ({ from, toExclusive }: Stay) => formatPeriod(from, toExclusive);

const DOUBTS: Readonly<Record<Doubts[number], string>> = {
  zero_lost: "PRM écrit sans son premier zéro",
  injection_contract: "reconnu par son contrat d’injection",
};

const describeDoubts = (doubts: Doubts) => doubts.map((doubt) => DOUBTS[doubt]).join(" ; ") || null;
