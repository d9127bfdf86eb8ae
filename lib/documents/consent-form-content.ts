import type { Content, ContentTable } from "pdfmake/interfaces";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";

export type ConsentFormParty = {
  readonly name: string | null;
  readonly siret: string | null;
  readonly legalForm: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};

/** Who runs the operation: the third party the authorisation is given to. */
export type ConsentFormOperation = {
  readonly name: string;
  readonly accNumber: string | null;
  readonly organiser: ConsentFormParty;
  /** The firm that exchanges with the DSO in the organiser's name, if there is one. */
  readonly agent: ConsentFormParty | null;
};

/** Who is asked to sign, and for which sites; null is left blank, to be filled in by hand. */
export type ConsentFormParticipant = {
  readonly kind: "natural" | "legal";
  readonly name: string;
  readonly legalId: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** A tenant in an operation managed as HLM, who is asked for his curve only. */
  readonly isHlmTenant: boolean;
  readonly sites: readonly {
    readonly prm: string;
    readonly name: string;
    readonly address: string | null;
    readonly roles: readonly PerimeterRole[];
  }[];
};

const BLANK = "…".repeat(34);
const BOX = 9; // pt

/**
 * One form of annexe 4, in our own words, with every point it asks for; what the registry knows is filled in.
 *
 * The boxes are left to the participant: what he did not tick himself is no consent.
 */
export function consentFormContent(
  operation: ConsentFormOperation,
  participant: ConsentFormParticipant,
): readonly Content[] {
  const { isHlmTenant } = participant;
  const number = operation.accNumber === null ? "" : `, n° ${operation.accNumber}`;
  return [
    {
      text: isHlmTenant
        ? "Autorisation pour la courbe de charge"
        : "Accord de participation et autorisation de données",
      style: "title",
    },
    {
      text: `Autoconsommation collective « ${operation.name} »${number}. À compléter et à signer par le participant.`,
      style: "lead",
    },
    ...(isHlmTenant ? [tellTenant(operation)] : []),
    heading("A. Le participant"),
    fields(describeParticipant(participant)),
    heading(participant.sites.length > 1 ? "B. Ses sites" : "B. Son site"),
    sitesTable(participant),
    heading("C. L’opération et son organisateur"),
    fields(describeOperation(operation)),
    heading("D. Ce que j’autorise"),
    { text: "Je coche ce que j’accepte, pour les sites du B :", margin: [0, 0, 0, 4] },
    ...listBoxes(participant).map(box),
    {
      text: "Sans le relevé de la courbe et sa transmission à l’organisateur, un site ne peut pas participer (convention, art. 5.1.4). La courbe de charge est la suite des puissances moyennes du site, en général une par demi-heure. Les données ne sont transmises que si elles existent.",
      style: "note",
      margin: [0, 2, 0, 0],
    },
    together(heading("E. Usage, durée, retrait, conservation"), { ul: listTerms(operation, participant) }),
    together(heading("F. Mes droits sur ces données"), { text: describeRights(operation) }),
    signature(),
  ];
}

const heading = (text: string): Content => ({ text, style: "heading" });

const together = (...stack: Content[]): Content => ({ stack, unbreakable: true });

function tellTenant({ organiser }: ConsentFormOperation): Content {
  const text = `Votre bailleur participe à cette opération, et vous avec lui sans autre formalité : locataire d’un organisme HLM, vous n’avez pas d’accord de participation à donner. Vous pouvez vous y opposer, maintenant ou plus tard, en l’écrivant à l’organisateur${contactOf(organiser)}. Votre courbe de charge, elle, n’est relevée et transmise qu’avec l’autorisation ci-dessous (code de l’énergie, art. L315-2-1).`;
  return { table: { widths: ["*"], body: [[{ text, margin: [4, 4, 4, 4] }]] }, margin: [0, 0, 0, 4] };
}

function describeParticipant({ kind, name, legalId, address, phone, email }: ConsentFormParticipant) {
  const identity =
    kind === "legal"
      ? [
          ["Raison sociale", name],
          ["SIRET ou RNA", legalId],
          ["Représenté par (nom, prénom, qualité)", null],
        ]
      : [
          ["Nom et prénom", name],
          ...(legalId === null ? [] : [["SIRET ou RNA", legalId]]),
          ["Représentant, s’il y en a un", null],
        ];
  return [...identity, ["Adresse", address], ["Téléphone", phone], ["Courriel", email]] as [string, string | null][];
}

function describeOperation({ name, accNumber, organiser, agent }: ConsentFormOperation): [string, string | null][] {
  return [
    ["Opération", accNumber === null ? name : `${name} (${accNumber})`],
    ["Organisateur (personne morale organisatrice), le tiers autorisé", describeParty(organiser)],
    ["Adresse", organiser.address],
    ["Téléphone", organiser.phone],
    ["Courriel", organiser.email],
    ...(agent ? ([["Mandataire de l’organisateur", describeParty(agent)]] as [string, string | null][]) : []),
    ["Gestionnaire du réseau public de distribution", "Enedis"],
  ];
}

function describeParty({ name, legalForm, siret }: ConsentFormParty): string | null {
  if (name === null) return null;
  return [name, legalForm, siret === null ? null : `SIRET ${siret}`].filter((part) => part !== null).join(", ");
}

function fields(rows: readonly (readonly [string, string | null])[]): ContentTable {
  const body = rows.map(([label, value]) => [
    { text: label, style: "note" },
    { text: value ?? BLANK, ...(value === null ? { color: "#868e96" } : {}) },
  ]);
  return { table: { widths: [150, "*"], body }, layout: "noBorders" };
}

const ROLE_NAMES: Readonly<Record<PerimeterRole, string>> = { consumer: "consommateur", producer: "producteur" };

function sitesTable({ sites }: ConsentFormParticipant): ContentTable {
  const header = ["PRM", "Site", "Adresse", "Rôle"].map((text) => ({ text, style: "tableHeader" }));
  const rows = sites.map(({ prm, name, address, roles }) => [
    prm,
    name,
    address ?? BLANK.slice(0, 16),
    roles.map((role) => ROLE_NAMES[role]).join(" et "),
  ]);
  return {
    table: { headerRows: 1, widths: ["auto", "auto", "*", "auto"], body: [header, ...rows] },
    layout: "lightHorizontalLines",
  };
}

function listBoxes({ sites, isHlmTenant }: ConsentFormParticipant): readonly string[] {
  const hasRole = (role: PerimeterRole) => sites.some(({ roles }) => roles.includes(role));
  return [
    ...(isHlmTenant ? [] : ["Je participe à l’opération décrite au C."]),
    "Enedis relève la courbe de charge de ces sites, dès la signature ou, faute de compteur communicant, dès sa pose.",
    ...(hasRole("consumer")
      ? [
          "Consommateur : Enedis transmet à mon fournisseur d’électricité cette courbe et ce qu’il me reste à lui acheter (le complément), pour établir ses factures.",
          "Consommateur : Enedis transmet à l’organisateur du C cette courbe, la part d’énergie reçue de l’opération et le complément.",
        ]
      : []),
    ...(hasRole("producer")
      ? [
          "Producteur : Enedis transmet à l’organisateur du C cette courbe et la part de ma production utilisée par l’opération.",
        ]
      : []),
  ];
}

// The font has no character for an empty box.
const box = (text: string): Content => ({
  columns: [
    { canvas: [{ type: "rect", x: 0, y: 1, w: BOX, h: BOX, lineWidth: 0.8 }], width: BOX + 8 },
    { text, width: "*" },
  ],
  margin: [0, 0, 0, 4],
  unbreakable: true,
});

function listTerms({ organiser }: ConsentFormOperation, { isHlmTenant }: ConsentFormParticipant): string[] {
  return [
    "Usage : faire fonctionner cette opération d’autoconsommation collective, et rien d’autre. L’organisateur donne sur demande la liste des partenaires qui l’y aident.",
    `Durée : de la signature à la fin de la convention entre l’organisateur et Enedis, sauf si j’indique une fin plus proche : ${BLANK.slice(0, 12)}. Cet accord est personnel : je ne peux pas le céder.`,
    `Retrait : à tout moment et sans motif, par courrier ou courriel à l’organisateur${contactOf(organiser)} ou à Enedis. ${isHlmTenant ? "Mon site" : "Le site concerné"} quitte alors l’opération.`,
    "Conservation : ce document sert de preuve cinq ans à compter de la signature (code civil, art. 2224) ; les données reçues grâce à lui sont détruites cinq ans après la fin de l’autorisation.",
  ];
}

function describeRights({ organiser }: ConsentFormOperation): string {
  return `L’organisateur et Enedis tiennent chacun un fichier pour gérer cette demande et en garder la trace. Je peux demander à lire mes données, à les corriger, à les recevoir pour les porter ailleurs, à en limiter l’usage, m’y opposer ou les faire effacer pour un motif légitime (loi n° 78-17 du 6 janvier 1978, règlement (UE) 2016/679) : à l’organisateur${contactOf(organiser)}, ou à Enedis, 34 place des Corolles, 92079 Paris La Défense Cedex. Je peux aussi saisir la CNIL d’une réclamation (cnil.fr).`;
}

function contactOf({ email, address }: ConsentFormParty): string {
  const contact = [email, address].filter((part) => part !== null).join(", ");
  return contact === "" ? "" : ` (${contact})`;
}

function signature(): Content {
  const cell = (text: string, height: number): Content => ({ text, margin: [4, 4, 4, height] });
  return {
    table: {
      widths: ["*", "*"],
      body: [
        [
          cell("Fait à :\n\nLe :           /           /", 30),
          cell("Signature du participant, et cachet s’il en a un :", 54),
        ],
      ],
    },
    margin: [0, 14, 0, 0],
    unbreakable: true,
  };
}
