/** Documents as the database holds them: what stands in them beyond the import's fields is kept. */
export type StoredDocument = Readonly<Record<string, unknown>> & { readonly _id: string };
export type Fields = Readonly<Record<string, unknown>>;

const states = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * The fields that an import changes in a document. What the source states wins; what it does not state (nor holds as
 * an empty list) stays, and so do fields that no import knows. `kept` names fields that an import only fills in.
 */
export const changedFields = (stored: StoredDocument, stated: Fields, kept: readonly string[]): Fields => {
  const changes = Object.entries(stated).filter(
    ([field, value]) =>
      field !== '_id' &&
      states(value) &&
      !isSame(stored[field], value) &&
      !(kept.includes(field) && states(stored[field])),
  );
  return Object.fromEntries(changes);
};
