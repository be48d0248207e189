import type { EditionEntry } from '../domain/edition';
import type { WorkDocument } from '../domain/work-document';
import type { Wording } from '../domain/wording';

/**
 * A work as it stands in `catalog_index`. What is shown or compared but never asked for stands as JSON text: a search
 * reads hundreds of works, and the database and the SDK take objects apart field by field (decision 0061).
 */
export type StoredWork = Omit<WorkDocument, 'editions' | 'wording'> & {
  readonly editions: string;
  readonly wording: string;
};

export const storedWork = ({ editions, wording, ...asked }: WorkDocument): StoredWork => ({
  ...asked,
  editions: JSON.stringify(editions),
  wording: JSON.stringify(wording),
});

const parsed = <T>(text: string): T | undefined => {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
};

/** The editions of a stored work; none where somebody spoilt the text by hand. */
export const readEditions = ({ editions }: Pick<StoredWork, 'editions'>): readonly EditionEntry[] =>
  parsed<readonly EditionEntry[]>(editions) ?? [];

/** Takes out what was stored as text; a work whose text somebody spoilt by hand is left out. */
export const readWorks = <T extends Pick<StoredWork, 'editions' | 'wording'>>(stored: readonly T[]) =>
  stored.flatMap((work) => {
    const editions = readEditions(work);
    const wording = parsed<Wording>(work.wording);
    return editions.length === 0 || wording === undefined ? [] : [{ ...work, editions, wording }];
  });
