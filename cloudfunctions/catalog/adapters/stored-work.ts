import type { EditionEntry } from '../domain/works/edition';
import { parsed } from '../domain/terms/parsed-json';
import type { WorkDocument } from '../domain/works/work-document';
import type { MatchText } from '../domain/terms/match-text';

/**
 * A work as it stands in `catalog_index`. What is shown or compared but never asked for stands as JSON text: a search
 * reads hundreds of works, and the database and the SDK take objects apart field by field (decision 0045).
 */
export type StoredWork = Omit<WorkDocument, 'editions' | 'matchText'> & {
  readonly editions: string;
  readonly matchText: string;
};

/** A work as it is stored, with its editions and what is compared of it as texts. */
export const storedWork = ({ editions, matchText, ...asked }: WorkDocument): StoredWork => ({
  ...asked,
  editions: JSON.stringify(editions),
  matchText: JSON.stringify(matchText),
});

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The editions of a stored work; none where somebody spoilt the text by hand. */
export const readEditions = ({ editions }: Pick<StoredWork, 'editions'>): readonly EditionEntry[] =>
  asList(parsed(editions)) as readonly EditionEntry[];

const isMatchText = (value: unknown): value is MatchText =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes out what was stored as text; a work whose text somebody spoilt by hand is left out. */
export const readWorks = <T extends Pick<StoredWork, 'editions' | 'matchText'>>(stored: readonly T[]) =>
  stored.flatMap((work) => {
    const editions = readEditions(work);
    const matchText = parsed(work.matchText);
    return editions.length > 0 && isMatchText(matchText) ? [{ ...work, editions, matchText }] : [];
  });
