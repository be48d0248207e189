import * as v from 'valibot';

/** A page of the server; a library has fewer branches and calendars. */
export const page = 100;

/** A text that somebody typed; null when there is none. */
const Text = v.fallback(v.nullable(v.pipe(v.string(), v.trim(), v.nonEmpty())), null);
const Order = v.fallback(v.number(), Number.MAX_SAFE_INTEGER);

export const BranchDocument = v.object({
  _id: v.string(),
  name: Text,
  address: Text,
  phone: Text,
  calendarId: Text,
  order: Order,
});
export type BranchDocument = v.InferOutput<typeof BranchDocument>;
export const SettingsDocument = v.object({ name: Text });
export const Identified = v.looseObject({ _id: v.string() });

/** Those documents that can be read; a broken one is as if it were not there. */
export const readable = <T>(schema: v.GenericSchema<unknown, T>, documents: readonly unknown[]): T[] =>
  documents.flatMap((document) => {
    const parsed = v.safeParse(schema, document);
    return parsed.success ? [parsed.output] : [];
  });
