/** What is accepted as a proof, as people say it. */
export const EVIDENCE_FORMATS = "PDF, PNG, JPEG, Word, Excel, PowerPoint, OpenDocument, CSV ou texte, 20 Mo au plus";

/** The extensions of these formats, for a file picker. */
export const EVIDENCE_EXTENSIONS = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.txt";
