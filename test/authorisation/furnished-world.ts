import { isDeepStrictEqual } from 'node:util';
import { schema } from '../../database/collections/schema';
import { fakeFiles } from '../support/fake-files';
import { writtenSince } from '../support/random-input';
import type { Stored } from '../support/some-library';
import { somePlatform } from '../support/some-platform';
import type { Asker } from './askers';
import { furnishCirculation, paidOrders } from './furnished-circulation';
import { furnishMembership } from './furnished-membership';
import { unbound, type SealedCodes } from './things';
import { openWorld, type World } from './world';

/** What anybody's question may leave behind, whatever becomes of it. */
const notes: ReadonlySet<string> = new Set(['audit', 'guess_counters']);

type Documents = ReadonlyMap<string, Stored>;

const documentsOf = async (world: World, collection: string): Promise<Documents> =>
  new Map((await world.all(collection)).map((document) => [document._id, document]));

/** The ids of what differs between two states of a collection. */
const differing = (before: Documents, after: Documents): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (id) => !isDeepStrictEqual(before.get(id), after.get(id)),
  );

const sealedIn = async (world: World): Promise<SealedCodes> => {
  const given = async (asker: Asker, action: string, input: object) => {
    const { ok, value, reasons } = await world.askAs(asker, 'membership')(action, input);
    if (!ok) throw new Error(`${action}: ${JSON.stringify(reasons)}`);
    return value as { readonly code: unknown };
  };
  const asked = { card: unbound.cardNumber, reason: '忘了密码', requestKey: 'request-0' };
  const { code: desk } = await given('librarian', 'issueDeskCode', asked);
  const { code: card } = await given('patron', 'digitalCard', {});
  return { desk: String(desk), card: (card as { readonly text: string }).text };
};

/** A world in which everybody owns one of everything, and which is as it was again after each question. */
export const openFurnishedWorld = async () => {
  const files = fakeFiles();
  const platform = somePlatform();
  const world = await openWorld(files, platform.pay);
  await furnishMembership(world, files);
  await furnishCirculation(world);
  const codes = await sealedIn(world);
  const stored = [...files.paths];
  const names = schema.map(({ name }) => name);
  const pristine = new Map<string, Documents>();
  for (const name of names) pristine.set(name, await documentsOf(world, name));

  /** Puts a collection back, and tells what differed from how it stood when the question was asked. */
  const putBack = async (collection: string, wasEmpty: boolean): Promise<readonly string[]> => {
    const before = pristine.get(collection) ?? new Map<string, Stored>();
    const after = await documentsOf(world, collection);
    for (const id of differing(before, after)) {
      const document = before.get(id);
      if (document === undefined) await world.database.collection(collection).doc(id).remove();
      else await world.put(collection, document);
    }
    return differing(wasEmpty ? new Map() : before, after).map((id) => `${collection}/${id}`);
  };
  const startAgain = async (): Promise<void> => {
    for (const [path, content] of stored) await files.save(path, content);
    platform.orders.clear();
    for (const [number, order] of paidOrders) platform.orders.set(number, order);
  };
  await startAgain();
  return {
    ...world,
    codes,
    /** Does something while fields of every document of a collection stand as somebody typed them. */
    whileEdited: async <T>(
      collection: string,
      fields: Readonly<Record<string, unknown>>,
      work: () => Promise<T>,
    ): Promise<T> => {
      const before = pristine.get(collection) ?? new Map<string, Stored>();
      const { command } = world.database;
      await world.database
        .collection(collection)
        .where({ _id: command.neq('') })
        .update({ data: fields });
      pristine.set(collection, await documentsOf(world, collection));
      try {
        return await work();
      } finally {
        pristine.set(collection, before);
        await putBack(collection, false);
      }
    },
    /** Asks without these collections, and puts everything back; tells what had changed, notes left out. */
    ask: async (
      asker: Asker,
      [functionName, action]: readonly [string, string],
      input: object,
      { event = {}, without = [] }: { readonly event?: object; readonly without?: readonly string[] } = {},
    ) => {
      for (const name of without)
        for (const id of pristine.get(name)?.keys() ?? [])
          await world.database.collection(name).doc(id).remove();
      const since = world.requests.length;
      const reply = await world.askAs(asker, functionName)(action, input, event);
      const changed: string[] = [];
      for (const name of new Set([...writtenSince(world, since), ...without])) {
        const found = await putBack(name, without.includes(name));
        if (!notes.has(name)) changed.push(...found);
      }
      await startAgain();
      return { reply, changed };
    },
  };
};
export type FurnishedWorld = Awaited<ReturnType<typeof openFurnishedWorld>>;
