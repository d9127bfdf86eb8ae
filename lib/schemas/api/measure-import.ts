import * as z from "zod";
import { apiComponent } from "./api-component";

const count = (description: string) => z.number().int().nonnegative().describe(description);

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
      name: z.string(),
      archive: z.string().nullable().describe("Archive .zip d’où il vient, ou null."),
      outcome: z
        .enum(["imported", "unchanged", "already_imported", "set_aside", "refused"])
        .describe(
          "imported : lu et enregistré ; unchanged : lu, tout était déjà là ; already_imported : ce fichier même a déjà été importé ; set_aside : reconnu, mais ce n’est pas une courbe ; refused : non compris, l’envoi entier est refusé.",
        ),
      prm: z.string().nullable(),
      quantity: z
        .enum(["withdrawal", "injection", "self_consumed", "self_produced", "surplus", "complement"])
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
      problems: z.array(reportedProblemSchema),
      errorCount: count("Erreurs, y compris celles qui ne sont pas listées."),
      warningCount: count("Avertissements, y compris ceux qui ne sont pas listés."),
    })
    .describe("Ce qu’il est advenu d’un fichier."),
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
    errorCount: count("Erreurs."),
    warningCount: count("Avertissements."),
  }),
);

const importReportSchema = apiComponent(
  "ImportReport",
  z
    .object({ files: z.array(importedFileSchema), totals: importTotalsSchema })
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
};

/** One import with its whole report. */
export const measureImportSchema = apiComponent(
  "MeasureImport",
  z.object({ import: z.object({ ...measureImportFields, report: importReportSchema.nullable() }) }),
);

/** The latest imports, with the totals of their reports. */
export const measureImportListSchema = apiComponent(
  "MeasureImportList",
  z.object({
    imports: z.array(z.object({ ...measureImportFields, totals: importTotalsSchema.nullable() })),
  }),
);
