import type { Content } from "pdfmake/interfaces";
import type { PersonalDataStatement, StatementPoint } from "@/lib/domain/personal-data/personal-data-statement";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { describeAuditAction } from "@/lib/format/describe-audit-action";
import { describeComplaintStep } from "@/lib/format/describe-complaint";
import { describeQuantity } from "@/lib/format/describe-import";
import { describePrice } from "@/lib/format/describe-price";
import { describeRetention } from "@/lib/format/describe-retention";
import { formatDay, formatMonth, formatPeriod } from "@/lib/format/format-date";
import { formatKwh } from "@/lib/format/format-energy";
import { formatInstant } from "@/lib/format/format-instant";
import { formatEuros } from "@/lib/format/format-money";
import { UNKNOWN } from "@/lib/format/format-number";
import { formatPpm } from "@/lib/format/format-percent";
import { PRICE_KIND_WORDS } from "@/lib/format/price-words";
import { renderPdf } from "./render-pdf";

const ROLES = { consumer: "consommateur", producer: "producteur" } as const;
const FILE_KINDS = {
  annex_2: "Annexe 2",
  measures: "Mesures",
  consent: "Consentement",
  complaint: "Réclamation",
  request: "Demande au gestionnaire",
} as const;

/** A participant's data as a document he can read, on A4 pages. */
export function personalDataDocument(statement: PersonalDataStatement): Promise<Uint8Array> {
  const { operation, participant, madeAt } = statement;
  return renderPdf({
    title: `Données personnelles : ${participant.name}`,
    footer: `${operation.name} · ${formatInstant(madeAt)}`,
    content: [
      { text: "Vos données personnelles", style: "title" },
      {
        text: `Ce que ${operation.collectivity} conserve sur ${participant.name} pour l’opération ${operation.name}, le ${formatInstant(madeAt)}.`,
        style: "lead",
      },
      ...identity(statement),
      ...statement.meteringPoints.flatMap(meteringPoint),
      ...consents(statement),
      ...announcements(statement),
      ...complaints(statement),
      ...accesses(statement),
      ...energies(statement),
      ...amounts(statement),
      ...traces(statement),
      ...purposes(statement),
    ],
  });
}

function identity({ participant }: PersonalDataStatement): Content[] {
  return section("Identité", [
    ["Nom", participant.name],
    ["Nature", participant.kind === "natural" ? "personne physique" : "personne morale"],
    ["SIRET ou RNA", participant.legalId],
    ["Adresse", participant.address],
    ["Adresse électronique", participant.email],
    ["Téléphone", participant.phone],
    ["Locataire de l’organisateur", participant.isTenant ? "oui" : "non"],
  ]);
}

function meteringPoint(point: StatementPoint): Content[] {
  const place =
    point.latitudeDegrees === null || point.longitudeDegrees === null
      ? null
      : `${point.latitudeDegrees} ; ${point.longitudeDegrees}`.replaceAll(".", ",");
  return section(`PRM ${point.prm}`, [
    ["Site", point.name],
    ["Adresse", point.address],
    ["Latitude ; longitude (°)", place],
    ["Compteur", point.meterNumber],
    ["Contrat de soutirage", point.withdrawalContract],
    ["Contrat d’injection", point.injectionContract],
    [
      "Rattachements",
      point.stays.map(({ role, from, toExclusive }) => `${ROLES[role]} ${formatPeriod(from, toExclusive)}`).join("\n"),
    ],
    [
      "Tarif et heures creuses",
      point.tariffs
        .map(({ from, toExclusive, description }) => `${description}, ${formatPeriod(from, toExclusive)}`)
        .join("\n"),
    ],
    [
      "Parts de la production",
      point.shares
        .map(({ from, toExclusive, ppm }) => `${formatPpm(ppm)} ${formatPeriod(from, toExclusive)}`)
        .join("\n"),
    ],
  ]);
}

function consents({ consents: all }: PersonalDataStatement): Content[] {
  return table(
    "Consentements",
    ["Donné le", "Fin", "PRM", "Ce qui est autorisé", "Document"],
    all.map((consent) => [
      formatDay(consent.givenDay),
      formatDay(consent.withdrawnDay ?? consent.expiryDay),
      consent.prm ?? "tous",
      [
        consent.participation && "participer",
        consent.curveCollection && "collecter la courbe",
        consent.supplierTransmission && "transmettre au fournisseur",
        consent.organiserTransmission && "transmettre à l’organisateur",
      ]
        .filter(Boolean)
        .join(", "),
      consent.document?.name ?? UNKNOWN,
    ]),
  );
}

function announcements({ announcements: all }: PersonalDataStatement): Content[] {
  return table(
    "Coefficients qui vous ont été annoncés",
    ["Annoncé le", "À partir du", "Parts, avant puis après", "Reçu"],
    all.map(({ createdAt, from, shares, channel, state, sentAt }) => [
      formatInstant(createdAt),
      formatDay(from),
      shares
        .map(({ prm, beforePpm, afterPpm }) => `${prm} : ${formatPpm(beforePpm)}, ${formatPpm(afterPpm)}`)
        .join("\n"),
      state === "sent" && sentAt !== null
        ? `${channel === "email" ? "courriel" : "lettre"}, ${formatDay(parisCivilDate(sentAt.getTime()))}`
        : "non",
    ]),
  );
}

function complaints({ complaints: all }: PersonalDataStatement): Content[] {
  return table(
    "Vos réclamations et demandes",
    ["Reçue le", "Objet", "Ce que vous avez écrit", "Ce qui a été fait"],
    all.map(({ receivedDay, subject, text, steps }) => [
      formatDay(receivedDay),
      subject,
      text,
      steps.map(({ step, day }) => `${describeComplaintStep(step)}, ${formatDay(day)}`).join("\n"),
    ]),
  );
}

function accesses({ accesses: all }: PersonalDataStatement): Content[] {
  return table(
    "Comptes qui lisent votre espace",
    ["Compte", "Depuis le", "Jusqu’au"],
    all.map(({ account, openedAt, endedAt }) => [account, formatInstant(openedAt), formatInstant(endedAt)]),
  );
}

function energies({ settledPeriods, measuredMonths }: PersonalDataStatement): Content[] {
  return [
    ...table(
      "Périodes calculées",
      ["Période", "PRM", "Rôle", "Soutiré ou injecté", "Part de l’opération"],
      settledPeriods.map(({ from, toExclusive, prm, role, energyWh, sharedWh }) => [
        formatPeriod(from, toExclusive),
        prm,
        ROLES[role],
        formatKwh(energyWh),
        formatKwh(sharedWh),
      ]),
    ),
    ...table(
      "Mesures reçues, mois par mois",
      ["Mois", "PRM", "Grandeur", "Énergie", "Valeurs manquantes"],
      measuredMonths.map(({ month, prm, quantity, knownWh, missingCount }) => [
        formatMonth(month),
        prm,
        describeQuantity(quantity) ?? UNKNOWN,
        formatKwh(knownWh),
        String(missingCount),
      ]),
    ),
  ];
}

function amounts({ prices, money }: PersonalDataStatement): Content[] {
  return [
    ...table(
      "Prix et choix enregistrés pour vous",
      ["Prix de", "PRM", "À partir du", "Valeur", "Source", "Remplacé ou retiré le"],
      prices.map(({ prm, from, source, supersededAt, ...price }) => [
        PRICE_KIND_WORDS[price.kind],
        prm ?? "vous-même",
        formatDay(from),
        describePrice(price),
        source,
        supersededAt === null ? UNKNOWN : formatInstant(supersededAt),
      ]),
    ),
    ...table(
      "Ce que l’opération change pour vous, en euros",
      [
        "Période",
        "PRM",
        "Rôle",
        "Facture sans l’opération",
        "Économie",
        "Énergie partagée (HT)",
        "Surplus revendu (HT)",
      ],
      money.map(({ from, toExclusive, prm, role, ...cents }) => [
        formatPeriod(from, toExclusive),
        prm,
        ROLES[role],
        formatEuros(cents.withoutCents),
        formatEuros(cents.savedCents),
        formatEuros(cents.internalCents),
        formatEuros(cents.resaleCents),
      ]),
    ),
  ];
}

function traces({ files, events }: PersonalDataStatement): Content[] {
  return [
    ...table(
      "Fichiers reçus qui vous nomment",
      ["Nature", "Nom", "Reçu le"],
      files.map(({ kind, name, receivedAt }) => [FILE_KINDS[kind], name, formatInstant(receivedAt)]),
    ),
    ...table(
      "Ce qui a été fait",
      ["Quand", "Quoi"],
      events.map(({ at, action }) => [formatInstant(at), describeAuditAction(action)]),
    ),
  ];
}

function purposes({ purposes: all, retention }: PersonalDataStatement): Content[] {
  return [
    ...table(
      "Pourquoi, et combien de temps",
      ["Données", "Finalité", "Fondement", "Durée"],
      all.map(({ data, purpose, legalBasis, keptFor }) => [data, purpose, legalBasis, keptFor]),
    ),
    { text: describeRetention(retention), margin: [0, 8, 0, 0] },
    {
      text: "Vous pouvez demander la rectification ou l’effacement de vos données, la limitation de leur traitement, et saisir la CNIL. Pour celles que détient Enedis : 34 place des Corolles, 92079 Paris La Défense Cedex.",
      style: "note",
      margin: [0, 8, 0, 0],
    },
  ];
}

function section(title: string, fields: readonly (readonly [string, string | null])[]): Content[] {
  const body = fields.map(([label, value]) => [{ text: label, bold: true }, value || UNKNOWN]);
  return [
    { text: title, style: "heading" },
    { table: { widths: [150, "*"], body }, layout: "lightHorizontalLines" },
  ];
}

function table(title: string, header: readonly string[], rows: readonly (readonly string[])[]): Content[] {
  if (rows.length === 0) return [{ text: title, style: "heading" }, { text: "Rien." }];
  const body = [header.map((text) => ({ text, style: "tableHeader" })), ...rows.map((row) => [...row])];
  return [
    { text: title, style: "heading" },
    { table: { headerRows: 1, widths: header.map(() => "*"), body }, layout: "lightHorizontalLines", fontSize: 8.5 },
  ];
}
