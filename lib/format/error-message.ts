import { ACCESS_MESSAGES } from "./access-messages";
import { ACCOUNT_MESSAGES, sayPasswordFault } from "./account-messages";
import { describeLabelRefusal } from "./describe-label-refusal";
import { describeRuleProblem } from "./describe-rule-problem";
import { describeForecastRefusal } from "./forecast-words";
import { formatDay } from "./format-date";
import { formatPpm } from "./format-percent";
import { sayOtherOperation } from "./say-other-operation";
import { sayWait } from "./say-wait";

// Every code that can reach a person or a machine, in one table: what happened, then what to do.
const MESSAGES: Readonly<Record<string, string>> = {
  ...ACCESS_MESSAGES,
  ...ACCOUNT_MESSAGES,
  INVALID_REQUEST: "La demande est mal formée. Corrigez les champs signalés.",
  INVALID_JSON: "Le corps de la demande n’est pas du JSON lisible.",
  INCOMPLETE_BODY: "L’envoi s’est interrompu avant la fin : rien n’a été enregistré. Recommencez.",
  NUMBER_TOO_LARGE: "Un nombre est trop grand pour être calculé.",
  MALFORMED_MULTIPART:
    "L’envoi n’est pas un formulaire lisible (multipart/form-data). Laissez votre logiciel l’écrire.",
  MISSING_FILE_NAME:
    "Le fichier n’a pas de nom. Donnez-le dans l’en-tête Content-Disposition, ou par ?name= dans l’adresse.",
  BODY_TOO_LARGE: "L’envoi est trop volumineux.",
  FILE_TOO_LARGE: "Un fichier est trop volumineux.",
  TOO_MANY_FILES:
    "Trop de fichiers en un envoi. Envoyez-les en plusieurs fois, ou dans une archive .zip là où elle est acceptée.",
  NO_FILE: "Aucun fichier n’a été reçu. Joignez au moins un fichier.",
  UNSUPPORTED_MEDIA_TYPE: "Ce type de contenu n’est pas accepté ici.",
  IMPORT_REFUSED:
    "L’import est refusé : rien n’a été enregistré. Corrigez les problèmes signalés, puis renvoyez les fichiers.",
  IMPORT_INCOMPLETE:
    "L’import ne peut pas être enregistré : des erreurs ou des questions demeurent. Répondez-y, ou abandonnez-le.",
  IMPORT_NOT_WAITING:
    "Cet import n’attend plus de réponse : il a été confirmé ou abandonné entre-temps. Rechargez la page.",
  DSO_API_NOT_CONFIGURED:
    "Cette installation n’est pas réglée pour interroger l’interface du gestionnaire de réseau. Déposez les fichiers, ou demandez à qui l’administre.",
  PERIOD_NOT_OVER: "Cette période n’est pas finie : le gestionnaire n’en connaît encore rien de définitif.",
  NOBODY_TO_ASK: "Aucun point de mesure que l’interface puisse donner ne participe à cette période.",
  NOT_IMPORTED: "Cet import n’a rien enregistré : il n’y a rien à annuler.",
  UNDO_OF_UNDO: "Cet import en annule un autre. Pour revenir en arrière, renvoyez les fichiers.",
  ALREADY_UNDONE: "Cet import est déjà annulé.",
  CHANGED_SINCE:
    "Un import plus récent a changé depuis une partie de ce que celui-ci a enregistré. Annulez d’abord le plus récent.",
  PERIOD_INCOMPLETE: "La période ne peut pas être calculée : des mesures manquent.",
  UNKNOWN_PERIOD: "Cette période n’existe pas dans cette opération.",
  ANNIVERSARY_UNCHANGED: "Les périodes commencent déjà ce jour du mois : rien ne changerait. Choisissez un autre jour.",
  ANNIVERSARY_RECUTS:
    "Une période déjà calculée, ou dont la clé du mois est préparée, aurait d’autres bornes. Choisissez une période plus récente ; un brouillon de clé du mois peut être abandonné d’abord.",
  NOTHING_TO_SETTLE: "Aucune période n’est prête à calculer ni à recalculer.",
  SETTLEMENT_UNDER_WAY:
    "Un calcul est déjà en cours dans cette opération. Attendez qu’il finisse, ou arrêtez-le, puis recommencez.",
  RUN_REPLACED: "Cette période a été recalculée depuis. C’est la dernière version qui se compare au gestionnaire.",
  NOTHING_COMPARED: "Rien n’est comparé pour ce calcul : importez d’abord ce que le gestionnaire a publié.",
  PERIOD_CLOSED:
    "Cette période est close : son résultat ne change plus. Un administrateur peut la rouvrir, en disant pourquoi.",
  PERIOD_NOT_CLOSED: "Cette période n’est pas close : il n’y a rien à rouvrir.",
  PERIOD_NOT_SETTLED: "Cette période n’est pas calculée : il n’y a rien à clore.",
  PERIOD_TO_RECOMPUTE:
    "Des données ont changé depuis le dernier calcul de cette période. Recalculez-la, vérifiez-la, puis fermez-la.",
  NO_PRODUCER_OR_CONSUMER:
    "Il faut au moins un producteur et un consommateur dans le périmètre (convention, art. 8.6).",
  DATABASE_UNREACHABLE: "La base de données est injoignable. Rien n’a été enregistré ; réessayez dans un instant.",
  INTERNAL: "Une erreur inattendue s’est produite. Elle a été consignée ; réessayez, ou signalez-la avec l’heure.",
  AXIS_MISMATCH: "Les courbes ne couvrent pas les mêmes pas de temps.",
  NEGATIVE_ENERGY: "Une énergie est négative. Soutirage et injection sont toujours positifs ou nuls.",
  COEFFICIENTS_MISMATCH:
    "Les coefficients ne correspondent pas aux producteurs, aux consommateurs ou aux pas de temps.",
  INVALID_COEFFICIENT: "Un coefficient n’est pas un entier compris entre 0 et 1 000 000 ppm (0 à 100 %).",
  COEFFICIENTS_ABOVE_ONE: "La somme des coefficients dépasse 100 %.",
  INVALID_KEY_RULE:
    "La règle n’est pas complète : chaque rang a au moins un consommateur, chacun n’est que dans un rang, et les parts fixes d’un rang font 100 %.",
  CALENDAR_OVERLAP: "Deux plages du calendrier se recouvrent. Changez leurs heures, leurs jours ou leurs mois.",
  UNKNOWN_KEY: "Cette version de la clé n’existe pas dans l’opération.",
  KEY_MOVE_REFUSED:
    "Cette version de la clé ne se modifie plus ainsi : son état a changé entre-temps. Rechargez la page ; pour changer une clé envoyée, créez une nouvelle version.",
  KEY_NOTICE_TOO_SHORT:
    "La convention demande 15 jours ouvrés de préavis avant le premier jour de la clé (art. 4.2 et 4.3). Choisissez une date plus lointaine, ou indiquez que le gestionnaire a accepté celle-ci.",
  KEY_NOT_ANNOUNCED: "Cette version n’est pas annoncée : préparez d’abord son annonce.",
  ANNOUNCEMENT_OVER: "Ce participant est déjà prévenu, ou l’annonce ne vaut plus. Rechargez la page.",
  DAY_IN_FUTURE: "Ce jour est à venir : enregistrez-le une fois que c’est fait.",
  COMPLAINT_MOVE_REFUSED:
    "Cette réclamation ne prend plus cette étape : son état a changé entre-temps. Rechargez la page.",
  REASON_MISSING: "Dites pourquoi : rien n’explique sinon que ce soit fermé sans réponse.",
  STATUS_CHANGE_REFUSED: "La convention est déjà dans cet état ce jour-là, ou elle a pris fin (art. 8.5).",
  NOT_HLM:
    "Cette opération n’est pas celle d’un organisme HLM et de ses locataires : une fin de contrat s’y enregistre comme une sortie.",
  TENANT_AWAITED_ALREADY: "Ce PRM attend déjà un nouveau locataire.",
  TENANT_MOVE_REFUSED:
    "Ce changement de locataire ne prend plus cette suite : son état a changé entre-temps. Rechargez la page.",
  TENANT_REFUSAL_TOO_LATE:
    "Les 14 jours sont passés : le PRM est revenu. Sa sortie se demande comme une autre, 15 jours ouvrés avant (art. 3.2.1).",
  SERVICE_BEFORE_END: "Ce jour est avant ce qui le précède : fin de l’ancien contrat, ou mise en service du nouveau.",
  LETTER_MOVE_REFUSED: "Ce courrier ne prend plus cette suite : son état a changé entre-temps. Rechargez la page.",
  LETTER_INCOMPLETE: "Recopiez-le du courrier : la suite à lui donner en dépend.",
  INVALID_LETTER_DAYS: "Ce courrier ne peut pas être envoyé après son arrivée. Corrigez la date.",
  STEP_OUT_OF_ORDER: "Ce jour est avant l’étape précédente. Corrigez la date.",
  USED_BY_LETTERS: "Un courrier d’Enedis parle de ce PRM : il ne se supprime plus, il peut sortir.",
  USED_BY_COMPLAINTS: "Une réclamation de ce participant est enregistrée : il ne se supprime plus.",
  UNKNOWN_DELIVERY: "Cette clé du mois n’existe pas dans l’opération.",
  DELIVERY_MOVE_REFUSED:
    "Cette clé du mois ne se modifie plus ainsi : son état a changé entre-temps. Rechargez la page ; pour corriger une clé envoyée, préparez-en une nouvelle.",
  DELIVERY_FAULTY:
    "Cette clé du mois ne respecte pas l’annexe 5 : le gestionnaire appliquerait la clé par défaut. Corrigez ce qui est signalé avant de l’envoyer.",
  DELIVERY_INCOMPLETE:
    "Des pas de la période n’ont pas de coefficient, faute de mesures. Complétez les mesures et refaites la clé, ou saisissez ces pas à la main.",
  DELIVERY_OTHER_PERIMETER:
    "Le périmètre a changé depuis que cette clé du mois a été faite : le gestionnaire la refuserait. Refaites-la.",
  INVALID_SENT_DAY: "Cette date est à venir, ou trop ancienne pour cette clé du mois. Corrigez-la.",
  ANNEX_5_REFUSED:
    "Le fichier de coefficients est refusé : rien n’a été enregistré. Corrigez les problèmes signalés, puis renvoyez-le.",
  NOT_DYNAMIC:
    "Aucune clé dynamique n’est en vigueur sur cette période : il n’y a pas de coefficients à notifier chaque mois.",
  PRODUCERS_MISMATCH:
    "Une clé full dynamique a une règle pour chaque producteur de la période, et une seule ; une clé dynamique simple en a une pour tous. Rechargez la page : le périmètre ou la clé a changé entre-temps.",
  NO_FILE_FOR_FULL_DYNAMIC:
    "Une clé full dynamique ne se transmet pas par fichier (annexe 5, art. 11.5.1) : elle passe par l’interface de programmation, pas par pas et producteur par producteur.",
  INVALID_TARIFF_SCHEDULE:
    "Ces heures creuses ne conviennent pas. Donnez des plages qui ne se recouvrent pas et laissent des heures pleines, par exemple « 22h30-6h30 » ; aucune pour un tarif Base.",
  INVALID_TARIFF_SEASON:
    "La saison haute compte d’un à onze mois entiers, chacun une fois, par exemple de novembre à mars.",
  INVALID_FORECAST:
    "Cette prévision ne convient pas. Elle compte douze mois civils ; l’autoconsommé d’un mois ne dépasse ni sa production ni son soutirage.",
  UNKNOWN_FORECAST: "Cette prévision n’est plus enregistrée à ce jour. Rechargez la page.",
  INVALID_CARBON_FACTOR:
    "Ce facteur ne convient pas. Il va de 0 à 2 000 g CO₂e par kWh, avec sa source et l’année pour laquelle elle le publie.",
  UNKNOWN_CARBON_FACTOR: "Ce facteur n’est plus enregistré à ce jour. Rechargez la page.",
  INVALID_PRICE:
    "Ce prix n’est pas complet, ou pas de cette nature : vérifiez pour qui il vaut, sa valeur et sa source.",
  UNKNOWN_PRICE: "Ce prix n’est plus enregistré. Rechargez la page.",
  UNKNOWN_TARIFF_SCHEDULE: "Ces heures creuses ne sont plus enregistrées à ce jour. Rechargez la page.",
  DUPLICATE_ID: "Un identifiant est donné deux fois dans la même liste.",
  UNKNOWN_ID: "Les coefficients nomment un identifiant qui n’est pas dans la demande.",
  ENERGY_TOO_LARGE: "Une énergie est invraisemblable. Vérifiez l’unité : des Wh par pas.",
  TOO_MANY_VALUES:
    "Le fichier serait trop grand. Demandez moins de courbes, une période plus courte ou un résumé par heure.",
  CALCULATION_TOO_LARGE: "Le calcul demandé est trop grand. Faites-le en plusieurs fois, par exemple mois par mois.",
  INVALID_MANUAL_VALUE:
    "La valeur saisie n’est pas acceptée : il faut des pas entiers, une puissance positive ou nulle et un motif.",
  ALREADY_DECIDED:
    "Une décision vaut déjà pour une partie de cet intervalle. Levez-la d’abord, ou choisissez d’autres heures.",
  ALREADY_RELEASED: "Cette décision est déjà levée. Rechargez la page.",
  SUSPICION_CHANGED: "Les mesures ou la liste ont changé entre-temps. Rechargez la page.",
  INVALID_CIVIL_DATE: "Une date n’existe pas dans le calendrier.",
  INVALID_PERIOD: "La période se termine avant de commencer.",
  INVALID_STEP: "Le pas doit diviser l’heure : 5, 10, 15, 30 ou 60 minutes.",
  INVALID_ANNIVERSARY: "La date anniversaire mensuelle doit être un jour de 1 à 31.",
  MALFORMED_FILE: "Le fichier est illisible.",
  BEFORE_START: "Cette date est avant le premier jour de l’opération. Choisissez-en une plus tardive.",
  NO_ACC_NUMBER:
    "L’opération n’a pas encore de numéro ACC, qui commence le nom de l’annexe 2 et sous lequel Enedis la connaît. Enregistrez-le quand Enedis l’a donné.",
  SLUG_TAKEN: "Cette adresse est déjà celle d’une autre opération. Choisissez-en une autre, par exemple avec l’année.",
  ACC_NUMBER_TAKEN:
    "Ce numéro est déjà celui d’une autre opération. Vérifiez-le ; s’il est bien le vôtre, écrivez à l’administrateur de Prorata.",
  CALENDAR_IN_USE:
    "Des mesures ou des résultats existent déjà : date de début, date anniversaire et pas de temps ne changent plus, car les périodes calculées ne seraient plus les mêmes.",
  START_AFTER_CHANGES:
    "Une entrée, une sortie ou une clé est datée avant ce jour. Choisissez un début plus tôt, ou changez-les d’abord.",
  PRM_IN_OTHER_OPERATION:
    "Un PRM vient d’être rattaché à une autre opération, et ne peut participer qu’à une à la fois. Rien n’a été enregistré.",
  PRM_ALREADY_REGISTERED:
    "Ce PRM est déjà dans le registre de l’opération. Ouvrez sa fiche pour changer ses jours ou ses rôles.",
  UNKNOWN_PARTICIPANT: "Ce participant n’est pas dans le registre de l’opération.",
  UNKNOWN_ENDING: "Aucune suspension ni fin de la convention n’est enregistrée ou annoncée pour ce jour.",
  UNKNOWN_STAY: "Ce rattachement a changé entre-temps. Rechargez la page, puis recommencez.",
  EXIT_BEFORE_ENTRY: "La sortie doit venir après l’entrée. Pour renoncer à une entrée prévue, annulez-la.",
  STAYS_OVERLAP: "Ce PRM participe déjà dans ce rôle une partie de ces jours. Choisissez une autre date.",
  ALREADY_ENTERED: "Cette entrée a déjà eu lieu : elle ne s’annule plus. Corrigez sa date, ou enregistrez une sortie.",
  ALREADY_HOLDER: "Ce participant est déjà le titulaire à cette date. Choisissez un autre participant.",
  STORAGE_NEEDS_BOTH_ROLES:
    "Une unité de stockage est consommateur quand elle se charge et producteur quand elle se décharge (D. 315-5) : donnez-lui les deux rôles.",
  DATA_ERASED:
    "Ce participant a demandé l’effacement de ses données : rien ne s’y ajoute ni ne s’y change plus. Rien n’a été enregistré.",
  HAS_TAKEN_PART: "Ce PRM a déjà participé : il ne s’efface plus. Enregistrez une sortie.",
  HAS_METERING_POINTS: "Ce participant a des PRM. Supprimez-les d’abord, s’ils n’ont jamais participé.",
  USED_BY_RUNS: "Ce PRM compte dans des périodes calculées : il ne s’efface plus. Enregistrez une sortie.",
  USED_BY_MEASURES: "Des mesures de ce PRM sont enregistrées : il ne s’efface plus. Enregistrez une sortie.",
  USED_BY_KEYS: "Une clé donne une part à ce PRM. Enregistrez d’abord une clé sans lui.",
  USED_BY_CONSENTS: "Des consentements y sont enregistrés, et se gardent comme preuves : rien n’est effacé.",
  STILL_PARTICIPATING:
    "Ce participant est encore dans le périmètre, ou doit y entrer. Faites d’abord sortir ses PRM ; ses données pourront ensuite être effacées.",
  ALREADY_ERASED: "Les données de ce participant sont déjà effacées.",
  FILE_PURGED:
    "Ce fichier n’est plus conservé : il nommait une personne dont les données ont été effacées. Son contenu ne peut pas être retrouvé.",
  PERIMETER_FILE_REFUSED:
    "Le fichier de périmètre n’a pas été compris en entier, il n’est donc pas comparé. Corrigez les problèmes signalés, puis renvoyez-le.",
  ANNEX_2_REFUSED:
    "L’annexe 2 est refusée : rien n’a été enregistré. Corrigez les problèmes signalés, puis renvoyez le classeur.",
  UNNAMED_OPERATION:
    "Le nom du fichier ne dit pas de quelle opération il s’agit. Nommez-le comme « ACC00000112_20270215_ANNEXE 2.xlsx ».",
  UNKNOWN_EVIDENCE: "Cette preuve n’est plus jointe, ou ne l’a jamais été. Rechargez la page.",
  UNREADABLE_EVIDENCE:
    "Ce fichier n’est pas un document entier d’un format accepté, ou son nom dit autre chose que son contenu : PDF, PNG, JPEG, Word, Excel ou PowerPoint récents et sans macros, OpenDocument, CSV, texte. Enregistrez-le en PDF, puis renvoyez-le.",
  UNKNOWN_CONSENT_HOLDER: "Ce participant n’est pas dans l’opération, ou ne détient pas ce PRM.",
  INVALID_CONSENT_DAYS:
    "Les dates se contredisent : une signature n’est pas dans l’avenir, et rien ne se termine avant d’avoir commencé.",
  CONSENT_STANDS:
    "Cet accord est déjà enregistré et vaut toujours : il n’y a rien à remettre. Pour en changer, retirez-le d’abord ; s’il a une date de fin, vous pourrez le renouveler dans les 60 jours qui la précèdent.",
  CONSENT_NOT_OPEN: "Ce consentement n’existe pas, ou ce changement y a déjà été fait. Rechargez la page.",
  UNREADABLE_DOCUMENT:
    "Le document n’est pas un PDF, un PNG ou un JPEG entier, ou son nom dit autre chose que son contenu. Numérisez-le de nouveau.",
  PROOF_TOO_LARGE:
    "Les documents signés sont trop volumineux pour une seule archive. Demandez-la participant par participant.",
  UNKNOWN_METERING_POINT: "Ce PRM n’est pas dans le périmètre de l’opération.",
  DUPLICATE_NODE: "Deux actions de l’arbre ont le même identifiant.",
  UNKNOWN_NODE: "Un statut, une note ou une conséquence nomme une action qui n’est pas dans l’arbre.",
  UNKNOWN_PILOT: "Le pilote choisi n’est pas un membre de la collectivité. Choisissez-en un, ou nommez un service.",
  INVALID_POINTS: "Les points d’une action sont négatifs ou illisibles. Écrivez 0 ou plus.",
  STATUS_ABOVE_SUB_ACTION:
    "Un statut ou une note se donne à une sous-action ou à une tâche, jamais à une mesure ni à ce qui regroupe des mesures.",
  INVALID_DETAIL:
    "Le détail d’un statut a trois parts de 0 à 1, faite, programmée et pas faite, dont la somme est 1. Corrigez-les.",
  INVALID_FACTOR: "Le facteur qui change le potentiel d’une action est négatif ou illisible. Écrivez 0 ou plus.",
  INVALID_RULE: "Une règle de personnalisation ne se lit pas.",
  REFERENTIAL_REFUSED:
    "Le texte du référentiel est refusé : rien n’a été enregistré. Corrigez les problèmes signalés, puis renvoyez-le.",
  LABEL_REQUEST_REFUSED: "Cette étoile ne peut pas être demandée.",
  AUDIT_STEP_REFUSED:
    "Cette étape ne suit pas de l’état où est la demande : quelqu’un l’a peut-être fait avancer. Rechargez la page.",
  UNKNOWN_AUDITOR:
    "Aucun compte de cette installation n’a cette adresse. L’auditeur doit d’abord avoir un compte : demandez-le à qui administre l’installation.",
  AUDITOR_IS_MEMBER: "Cette personne est membre de la collectivité : un audit se confie à quelqu’un d’extérieur.",
  PLAN_UNDER_AUDIT:
    "Un audit est en cours : seul l’auditeur écrit dans le plan climat. Attendez sa validation, ou demandez à un administrateur d’annuler l’audit.",
  PLAN_AUDITED:
    "L’audit est validé : plus personne n’écrit dans le plan climat. Un administrateur peut le rouvrir, en disant pourquoi.",
  NOTHING_SETTLED: "Aucune période n’est calculée entre ces deux dates. Calculez-en une, ou choisissez d’autres dates.",
  UNREADABLE_LOGO:
    "Ce fichier n’est pas un PNG ou un JPEG entier, de 48 à 2 000 pixels de côté et non entrelacé. Exportez le logo en PNG ; le SVG est refusé, car il peut contenir des scripts.",
  LAST_WAY_IN:
    "Ce compte n’a pas de mot de passe : sans cette identité, vous ne pourriez plus vous connecter. Choisissez d’abord un mot de passe.",
  UNKNOWN_QUESTION: "Cette réponse n’est pas de celles que la question attend. Rechargez la page.",
  TREE_TOO_LARGE: "L’arbre a trop d’actions, ou trop de niveaux.",
  UNKNOWN_REQUEST: "Cette demande n’existe pas dans l’opération.",
  REQUEST_MOVE_REFUSED:
    "Cette demande ne peut plus être traitée ainsi : son état a changé entre-temps. Rechargez la page.",
  REQUEST_DAY_REFUSED: "Ce jour vient trop tôt : il suit l’étape précédente de la demande, et un effet suit l’envoi.",
  REQUEST_NOTICE_TOO_SHORT:
    "Le préavis de la convention n’est pas tenu (art. 3.2.1, 4.2, 4.3 et 8.5). Choisissez une date plus lointaine, ou indiquez que le gestionnaire a accepté celle-ci.",
  REQUEST_WITHOUT_MOVE: "Choisissez au moins un PRM qui entre ou qui sort.",
  REQUEST_WITHOUT_KEY: "Cette demande a besoin des coefficients de tous les consommateurs.",
  REQUEST_FAULTY: "Cette demande serait refusée par le gestionnaire. Corrigez d’abord ce que la vérification signale.",
  REQUEST_NOT_PREPARED: "Préparez d’abord les fichiers : ce sont eux qui partent, et qui sont gardés.",
  ANOMALY_WITHOUT_REASON: "Dites au moins une chose à corriger, avec les mots du gestionnaire.",
  KEY_IN_REQUEST: "Cette version part avec une demande au gestionnaire : c’est la demande qui la fait avancer.",
  USED_BY_REQUESTS: "Une demande au gestionnaire porte sur ce PRM : retirez d’abord la demande.",
};

/** What the details of some add at the end. */
const COMPLETED: Readonly<Record<string, (details: unknown) => string>> = {
  KEY_NOTICE_TOO_SHORT: describeEarliest,
  REQUEST_NOTICE_TOO_SHORT: describeEarliest,
  TOO_MANY_ATTEMPTS: sayWait,
  WEAK_PASSWORD: sayPasswordFault,
  CHANGED_SINCE: describeChangedDays,
  INVALID_FORECAST: describeForecastRefusal,
  INVALID_RULE: describeRuleProblem,
};

/** The French text of an error code; a place or a limit found in its details completes it. */
export function errorMessage(code: string, details?: unknown): string {
  if (code === "PRM_IN_OTHER_OPERATION") return sayOtherOperation(details, MESSAGES.PRM_IN_OTHER_OPERATION ?? "");
  const message = MESSAGES[code] ?? MESSAGES.INTERNAL ?? code;
  const complete = COMPLETED[code];
  if (complete) return `${message}${complete(details)}`;
  if (code === "COEFFICIENTS_ABOVE_ONE") return aboveOneMessage(message, details);
  if (code === "LABEL_REQUEST_REFUSED") {
    return `${message} ${describeLabelRefusal((details as { refusal?: unknown } | undefined)?.refusal)}`.trim();
  }
  const { limit, holder, node } = (details ?? {}) as Readonly<Record<string, unknown>>;
  if (code === "ACC_NUMBER_TAKEN" && typeof holder === "string") {
    return `Ce numéro est déjà celui de votre opération « ${holder} ». Vérifiez-le, ou corrigez-le d’abord là-bas.`;
  }
  if (typeof node === "string") return `${message} Action : « ${node} ».`;
  return typeof limit === "string" ? `${message} Limite : ${limit}.` : message;
}

function describeEarliest(details: unknown): string {
  const { earliest } = (details ?? {}) as Readonly<Record<string, unknown>>;
  return typeof earliest === "string" ? ` Premier jour possible : ${formatDay(earliest)}.` : "";
}

// Where a step is known by its hour, that is said.
function aboveOneMessage(message: string, details: unknown): string {
  const { stamp, sumPpm } = (details ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof stamp !== "string" || typeof sumPpm !== "number") return message;
  const [day = "", clock = ""] = stamp.replaceAll("-", "/").split(" ");
  return `Le ${day} à ${clock}, la somme des coefficients ferait ${formatPpm(sumPpm)}. Baissez cette valeur, ou d’abord celle d’un autre consommateur.`;
}

function describeChangedDays(details: unknown): string {
  const { prm, firstDay, lastDay } = (details ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof prm !== "string" || typeof firstDay !== "string" || typeof lastDay !== "string") return "";
  const [first, last] = [firstDay, lastDay].map((day) => day.split("-").reverse().join("/"));
  return ` PRM ${prm}, ${first === last ? `le ${first}` : `du ${first} au ${last}`}.`;
}
