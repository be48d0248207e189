/** Books whose search entries must follow, or `all` when they are too many to name. */
export type Changed = ReadonlySet<string> | 'all';

/** How often an indexing run may fail in a row (a timeout, a conflict with another run) before we give up. */
const failuresBorne = 3;

const ask = async (url: string, init: RequestInit): Promise<Readonly<Record<string, unknown>>> => {
  const response = await fetch(url, init);
  const reply = (await response.json()) as Readonly<Record<string, unknown>>;
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${JSON.stringify(reply)}`);
  return reply;
};

const requestLine = (id: string): string =>
  JSON.stringify({ _id: id, requestedAt: { $date: new Date().toISOString() } });

const collection = (url: string): string => `${url}/workbench/collections/reindex_requests`;

const waitingRequests = async (url: string): Promise<number> =>
  Number((await ask(`${collection(url)}?limit=1`, { method: 'GET' }))['total']);

/**
 * Has the search index follow changed books: puts requests as a librarian would in the console, and fires the
 * scheduler's timer until they are done, so that nobody waits for its next turn. `onRun` hears how many requests are
 * left. Throws when the scheduler keeps failing; the requests then stay, and its later turns go on with them.
 */
export const reindex = async (
  url: string,
  changed: Changed,
  onRun: (waiting: number) => void,
): Promise<void> => {
  const ids = changed === 'all' ? ['all'] : [...changed];
  if (ids.length === 0) return;
  await ask(`${collection(url)}/import?mode=upsert`, {
    method: 'POST',
    body: ids.map(requestLine).join('\n'),
  });
  let failures = 0;
  for (let waiting = ids.length; waiting > 0; waiting = await waitingRequests(url)) {
    onRun(waiting);
    const { error } = await ask(`${url}/workbench/timers/scheduler`, { method: 'POST' });
    failures = error === undefined ? 0 : failures + 1;
    if (failures > failuresBorne) throw new Error(`the scheduler fails: ${JSON.stringify(error)}`);
  }
};

/** Gathers changed books; beyond `most` it no longer names them, since the whole index is then built sooner. */
export const changeCollector = (most = 5_000): { add(bookId: string): void; changed(): Changed } => {
  const ids = new Set<string>();
  return {
    add: (bookId) => {
      if (ids.size <= most) ids.add(bookId);
    },
    changed: () => (ids.size > most ? 'all' : ids),
  };
};
