import * as z from "zod";
import { noteChangeSchema } from "./climate-note";

const nodeIdSchema = z.string().min(1).max(100);
const partSchema = z.number().min(0).max(1);

const pickedStatusSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("detailed"), detail: z.tuple([partSchema, partSchema, partSchema]) }),
  z.object({ status: z.enum(["done", "planned", "not_done", "unfilled", "not_concerned", "by_task"]) }),
]);

/** Statuses picked on a screen; null takes one back. */
export const saveStatusesSchema = z.object({
  collectivity: z.uuid(),
  statuses: z.array(z.tuple([nodeIdSchema, pickedStatusSchema.nullable()])).max(2_000),
});

export type SaveStatuses = z.input<typeof saveStatusesSchema>;

/** Notes written on a screen: what is changed of each. */
export const saveNotesSchema = z.object({
  collectivity: z.uuid(),
  notes: z.array(z.tuple([nodeIdSchema, noteChangeSchema])).max(2_000),
});

export type SaveNotes = z.input<typeof saveNotesSchema>;
