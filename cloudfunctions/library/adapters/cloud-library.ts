import * as v from 'valibot';
import type { wxDatabase } from '../../kernel/wx-cloud';
import { readCalendar } from '../domain/read-calendar';
import type { Branch, LibraryRecords, ReadLibrary } from '../ports';

type Database = ReturnType<typeof wxDatabase>;

/** A page of the server; a library has fewer branches and calendars. */
const page = 100;

/** A text that somebody typed; null when there is none. */
const Text = v.fallback(v.nullable(v.pipe(v.string(), v.trim(), v.nonEmpty())), null);
const Order = v.fallback(v.number(), Number.MAX_SAFE_INTEGER);

const BranchDocument = v.object({
  _id: v.string(),
  name: Text,
  address: Text,
  phone: Text,
  calendarId: Text,
  order: Order,
});
const SettingsDocument = v.object({ name: Text });
const Identified = v.looseObject({ _id: v.string() });

const readable = <T>(schema: v.GenericSchema<unknown, T>, documents: readonly unknown[]): T[] =>
  documents.flatMap((document) => {
    const parsed = v.safeParse(schema, document);
    return parsed.success ? [parsed.output] : [];
  });

type BranchDocument = v.InferOutput<typeof BranchDocument>;
const inOrder = (a: BranchDocument, b: BranchDocument): number =>
  a.order - b.order || (a._id < b._id ? -1 : 1);

const asBranch = ({ _id, name, address, phone, calendarId }: BranchDocument): Branch => ({
  branchId: _id,
  name: name ?? _id,
  address,
  phone,
  calendarId,
});

const read = async (
  database: Database,
  collection: string,
  condition: object,
): Promise<readonly unknown[]> => {
  const query = database.collection(collection).where(condition).limit(page);
  // The SDK's types also know a call with callbacks, which answers nothing.
  const { data } = (await query.get()) as { data: readonly unknown[] };
  return data;
};

/** Reads the settings, branches and calendars; a document that can't be read is as if it were not there. */
export const cloudLibrary =
  (database: Database): ReadLibrary =>
  async (): Promise<LibraryRecords> => {
    const [settings, branches, calendars] = await Promise.all([
      read(database, 'settings', { _id: 'library' }),
      read(database, 'branches', {}),
      read(database, 'calendars', {}),
    ]);
    return {
      name: readable(SettingsDocument, settings)[0]?.name ?? null,
      branches: readable(BranchDocument, branches).sort(inOrder).map(asBranch),
      calendars: new Map(
        readable(Identified, calendars).map((document) => [document._id, readCalendar(document).calendar]),
      ),
    };
  };
