import { CLIMATE_TERMS } from "./climate-terms";
import { ENERGY_TERMS } from "./energy-terms";
import type { GlossaryEntry } from "./glossary-entry";
import { KEY_TERMS } from "./key-terms";
import { OPERATION_TERMS } from "./operation-terms";

const TERMS = { ...OPERATION_TERMS, ...ENERGY_TERMS, ...KEY_TERMS, ...CLIMATE_TERMS } as const;

/** The address of an entry: `/documentation/glossaire#autoconsomme`. */
export type GlossaryKey = keyof typeof TERMS;

/** The words of the field, by key: the one place where a word is defined for people. */
export const GLOSSARY: Readonly<Record<GlossaryKey, GlossaryEntry>> = TERMS;
