import * as z from "zod";
import { apiComponent } from "./api-component";

const count = (description: string) => z.number().int().nonnegative().describe(description);

const QUANTITIES = ["withdrawal", "injection", "self_consumed", "self_produced", "surplus", "complement"] as const;

const reportedProblemSchema = apiComponent(
  "ReportedProblem",
  z
    .object({
      severity: z.enum(["error", "warning"]).describe("error : l’envoi entier est refusé ; warning : à savoir."),
      line: z.number().int().optional().describe("Ligne du fichier, à partir de 1."),
      column: z.string().optional(),
      sheet: z.string().optional(),
      code: z.string().describe("Code stable, en anglais."),
      message: z.string().describe("En français : où, quoi, et que faire."),
    })
    .describe("Un problème trouvé dans un fichier."),
);

const importedFileSchema = apiComponent(
  "ImportedFile",
  z
    .object({
      key: z
        .string()
        .describe("Désigne le fichier dans les réponses : archive, nom, et un numéro si deux se ressemblent."),
      name: z.string(),
      archive: z.string().nullable().describe("Archive .zip d’où il vient, ou null."),
      kind: z
        .string()
        .describe(
          "Ce que le fichier est : load_curve, energy, producer_detail, summary, sge_history, r63, perimeter, annex_2, annex_5, unknown.",
        ),
      outcome: z
        .enum(["imported", "unchanged", "already_imported", "set_aside", "question", "refused"])
        .describe(
          "imported : lu et enregistré ; unchanged : lu, tout était déjà là ; already_imported : ce fichier même a déjà été importé ; set_aside : gardé, pas lu ; question : il manque une réponse ; refused : non compris, l’envoi entier est refusé.",
        ),
      prm: z.string().nullable(),
      quantity: z
        .enum(QUANTITIES)
        .nullable()
        .describe("Grandeur : soutirage, injection, autoconsommé, autoproduit, surplus, complément."),
      firstDay: z.iso.date().nullable(),
      lastDay: z.iso.date().nullable(),
      stepMinutes: z.number().int().nullable().describe("Pas de la courbe, en minutes."),
      valueCount: count("Valeurs lues, manquantes comprises."),
      missingCount: count("Valeurs manquantes."),
      newDayCount: count("Jours nouveaux."),
      correctedDayCount: count("Jours qui remplacent une version plus ancienne."),
      unchangedDayCount: count("Jours déjà connus, aux mêmes valeurs."),
      figureCount: count("Chiffres publiés par le gestionnaire : énergies par poste, parts, synthèse."),
      newFigureCount: count("Chiffres nouveaux."),
      correctedFigureCount: count("Chiffres qui en remplacent un autre."),
      problems: z.array(reportedProblemSchema),
      errorCount: count("Erreurs, y compris celles qui ne sont pas listées."),
      warningCount: count("Avertissements, y compris ceux qui ne sont pas listés."),
    })
    .describe("Ce qu’il est advenu d’un fichier, ou d’une courbe d’un fichier qui en contient plusieurs."),
);

const importTotalsSchema = apiComponent(
  "ImportTotals",
  z.object({
    fileCount: count("Fichiers lus, archives ouvertes."),
    valueCount: count("Valeurs lues."),
    missingCount: count("Valeurs manquantes."),
    newDayCount: count("Jours nouveaux."),
    correctedDayCount: count("Jours corrigés."),
    unchangedDayCount: count("Jours inchangés."),
    figureCount: count("Chiffres publiés par le gestionnaire."),
    newFigureCount: count("Chiffres nouveaux."),
    correctedFigureCount: count("Chiffres corrigés."),
    errorCount: count("Erreurs."),
    warningCount: count("Avertissements."),
  }),
);

const importQuestionSchema = apiComponent(
  "ImportQuestion",
  z
    .object({
      id: z.string().describe("À reprendre dans replies. La même d’une lecture des mêmes fichiers à l’autre."),
      kind: z
        .enum(["quantity", "metering_point", "stamps", "period"])
        .describe(
          "quantity : une grandeur ; metering_point : un PRM de l’opération, ou none ; stamps : start ou end ; period : premier et dernier jour, « 2026-03-01/2026-03-31 ».",
        ),
      subject: z.string().describe("Le mot, l’identifiant ou le fichier dont il s’agit."),
      file: z.string().describe("Le premier fichier qui la pose."),
      message: z.string(),
      answer: z.string().nullable().describe("Null tant qu’elle est ouverte."),
      isRemembered: z.boolean().describe("Vrai quand la réponse vient d’un import précédent."),
    })
    .describe("Ce que ni les fichiers ni le registre ne disent."),
);

const energyWh = z.number().nullable();

const importedDayChangeSchema = apiComponent(
  "ImportedDayChange",
  z
    .object({
      prm: z.string(),
      quantity: z.enum(QUANTITIES),
      day: z.iso.date(),
      beforeWh: energyWh.describe("Énergie du jour avant, en Wh ; null s’il manque un pas."),
      afterWh: energyWh.describe("Énergie du jour après, en Wh ; null s’il manque un pas."),
      differenceWh: z.number().describe("Différence sur les pas connus des deux côtés, en Wh."),
      changedCount: count("Pas dont la valeur change."),
      filledCount: count("Pas qui manquaient."),
      blankedCount: count("Pas qui manquent désormais."),
    })
    .describe("Un jour dont une version remplace une autre."),
);

const importReportSchema = apiComponent(
  "ImportReport",
  z
    .object({
      files: z.array(importedFileSchema),
      questions: z.array(importQuestionSchema),
      changes: z
        .array(importedDayChangeSchema)
        .describe("Avant d’être enregistré : les premiers jours qui seraient corrigés."),
      totals: importTotalsSchema,
    })
    .describe("Ce qu’un import a compris et enregistré, fichier par fichier."),
);

const importStatusSchema = z
  .enum(["waiting", "cancelled", "queued", "running", "done", "refused", "failed"])
  .describe(
    "waiting : à confirmer ; cancelled : abandonné ; queued : en attente ; running : en cours ; done : enregistré ; refused, failed : rien n’est enregistré.",
  );

/** What a submission answers. */
export const submittedImportSchema = apiComponent(
  "SubmittedImport",
  z.object({
    import: z.object({
      id: z.uuid(),
      status: importStatusSchema,
      report: importReportSchema.nullable().describe("Null tant que l’import n’est pas fini."),
    }),
  }),
);

const measureImportFields = {
  id: z.uuid(),
  status: importStatusSchema,
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  createdByName: z.string().nullable().describe("Qui l’a envoyé ; null pour l’installation elle-même."),
  filesDone: count("Fichiers traités."),
  filesTotal: count("Fichiers à traiter ; 0 tant que l’import n’a pas commencé."),
  fileNames: z.array(z.string()).describe("Fichiers tels qu’ils ont été envoyés."),
  via: z.enum(["session", "api_key", "job", "cli"]).describe("Par où il est venu : écran, clé d’API, installation."),
  requestedPeriod: z
    .object({ from: z.iso.date(), toExclusive: z.iso.date() })
    .nullable()
    .describe("La période demandée à l’interface du gestionnaire ; null pour des fichiers envoyés."),
  undoneId: z.uuid().nullable().describe("L’import que celui-ci annule."),
  undoneById: z.uuid().nullable().describe("L’import qui annule celui-ci."),
  changedFrom: z.iso.date().nullable().describe("Premier jour enregistré."),
  changedTo: z.iso.date().nullable().describe("Dernier jour enregistré."),
};

/** One import with its whole report. */
export const measureImportSchema = apiComponent(
  "MeasureImport",
  z.object({
    import: z.object({
      ...measureImportFields,
      answers: z
        .object({ kinds: z.record(z.string(), z.string()), replies: z.record(z.string(), z.string()) })
        .nullable()
        .describe("Ce qui a été répondu ; null si rien n’a été demandé."),
      report: importReportSchema.nullable(),
    }),
  }),
);

/** What an import corrected. */
export const importChangesSchema = apiComponent(
  "ImportChanges",
  z.object({
    days: z.array(importedDayChangeSchema).describe("Jour par jour, les premiers."),
    isCut: z.boolean().describe("Vrai quand il y en a davantage."),
  }),
);

/** The import that takes another one back. */
export const undoneImportSchema = apiComponent(
  "UndoneImport",
  z.object({ undoId: z.uuid().describe("L’import qui annule.") }),
);

/** The latest imports, with the totals of their reports. */
export const measureImportListSchema = apiComponent(
  "MeasureImportList",
  z.object({
    imports: z.array(z.object({ ...measureImportFields, totals: importTotalsSchema.nullable() })),
  }),
);
