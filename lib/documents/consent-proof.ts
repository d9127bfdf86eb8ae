import type { Content, ContentTable } from "pdfmake/interfaces";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay } from "@/lib/format/format-date";
import { UNKNOWN } from "@/lib/format/format-number";
import { renderPdf } from "./render-pdf";

export type ConsentProof = {
  readonly operationName: string;
  readonly accNumber: string | null;
  readonly organiserName: string | null;
  /** Day the operator's written request arrived: states are those of that day. */
  readonly requestedOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly rows: readonly {
    readonly participantName: string;
    /** Null: all his metering points. */
    readonly prm: string | null;
    readonly authorized: string;
    readonly givenDay: CivilDate;
    /** First day that no longer counts. */
    readonly expiryDay: CivilDate | null;
    readonly state: string;
    readonly document: { readonly path: string; readonly sha256: string } | null;
  }[];
  readonly missing: readonly {
    readonly participantName: string;
    readonly prm: string;
    readonly lacks: string;
  }[];
};

/** What goes with the signed documents when the operator asks for proof: who, for which PRM, what, when, and their fingerprints. */
export async function renderConsentProof(proof: ConsentProof): Promise<Uint8Array> {
  const number = proof.accNumber === null ? "" : ` (${proof.accNumber})`;
  const content: Content[] = [
    { text: "Justificatif des consentements", style: "title" },
    { text: `Opération « ${proof.operationName} »${number}`, style: "lead" },
    {
      text: `Organisateur : ${proof.organiserName ?? UNKNOWN}. Demande écrite du gestionnaire de réseau reçue le ${formatDay(proof.requestedOn)} : à produire au plus tard le ${formatDay(proof.dueOn)}, soit 10 jours ouvrés (convention, art. 5.1.1 et 5.1.4).`,
      margin: [0, 0, 0, 4],
    },
    { text: `Consentements enregistrés, et leur état le ${formatDay(proof.requestedOn)}`, style: "heading" },
    proof.rows.length === 0 ? "Aucun consentement n’est enregistré." : recordedTable(proof),
    { text: "Ce qui manque ce jour-là", style: "heading" },
    proof.missing.length === 0
      ? "Rien : chaque PRM du périmètre a les accords que la convention demande."
      : missingTable(proof),
    {
      text: "L’empreinte SHA-256 d’un document change au moindre octet modifié : elle prouve que le fichier joint est celui qui a été enregistré.",
      style: "note",
      margin: [0, 12, 0, 0],
    },
  ];
  return renderPdf({
    title: "Justificatif des consentements",
    footer: `${proof.operationName}${number} · consentements au ${formatDay(proof.requestedOn)}`,
    content,
    isLandscape: true,
  });
}

const header = (labels: readonly string[]) => labels.map((text) => ({ text, style: "tableHeader" }));

function recordedTable({ rows }: ConsentProof): ContentTable {
  const body = rows.map(({ participantName, prm, authorized, givenDay, expiryDay, state, document }) => [
    participantName,
    prm ?? "tous ses PRM",
    authorized,
    formatDay(givenDay),
    expiryDay === null ? "durée de la convention" : formatDay(expiryDay),
    state,
    document === null
      ? "document non joint"
      : { stack: [document.path, { text: foldHash(document.sha256), style: "note" }] },
  ]);
  const labels = ["Participant", "PRM", "Autorisé", "Signé le", "Jusqu’au (exclu)", "État", "Document et SHA-256"];
  return {
    table: {
      headerRows: 1,
      widths: [95, 80, "*", 55, 65, 55, 205],
      body: [header(labels), ...body],
      dontBreakRows: true,
    },
    layout: "lightHorizontalLines",
    fontSize: 9,
  };
}

function missingTable({ missing }: ConsentProof): ContentTable {
  const body = missing.map(({ participantName, prm, lacks }) => [participantName, prm, lacks]);
  return {
    table: { headerRows: 1, widths: [200, 100, "*"], body: [header(["Participant", "PRM", "Manque"]), ...body] },
    layout: "lightHorizontalLines",
    fontSize: 9,
  };
}

// 64 figures without a space would leave the page.
const foldHash = (sha256: string): string => `${sha256.slice(0, 32)} ${sha256.slice(32)}`;
