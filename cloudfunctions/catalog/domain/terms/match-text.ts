/** A work as it is compared with a query: normalised titles, names and subjects, and how the titles sound. */
export type MatchText = {
  readonly titles: readonly string[];
  readonly authors: readonly string[];
  readonly subjects: readonly string[];
  readonly sounds: readonly string[];
  readonly initials: readonly string[];
};

/** Where a patron looks for words. */
export type WordField = 'any' | 'title' | 'author' | 'subject';

/** The part of it that counts for a field. */
export const matchTextOfField = (matchText: MatchText, field: WordField): MatchText =>
  field === 'any'
    ? matchText
    : {
        titles: field === 'title' ? matchText.titles : [],
        sounds: field === 'title' ? matchText.sounds : [],
        initials: field === 'title' ? matchText.initials : [],
        authors: field === 'author' ? matchText.authors : [],
        subjects: field === 'subject' ? matchText.subjects : [],
      };
