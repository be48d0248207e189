type Chunks = readonly unknown[];
type Update = Readonly<Record<string, unknown>>;

/**
 * The `setData` calls that bring a long list from what the page already has to `chunks`, one chunk a call, so that
 * a page of ten rows costs ten rows however long the list has grown. Chunks are compared by reference.
 */
export function rowUpdates(field: string, sent: Chunks, chunks: Chunks): readonly Update[] {
  const isShorter = chunks.length < sent.length;
  const first: Update[] = isShorter || chunks.length === 0 ? [{ [field]: chunks.slice(0, 1) }] : [];
  const kept = isShorter ? chunks.slice(0, 1) : sent;
  const changed = chunks.flatMap((chunk, index) =>
    chunk === kept[index] ? [] : [{ [`${field}[${index}]`]: chunk }],
  );
  return [...first, ...changed];
}
