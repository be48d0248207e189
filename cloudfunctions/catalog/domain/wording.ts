/** A work as it is compared with a query: normalised titles, names and subjects, and how the titles sound. */
export type Wording = {
  readonly titles: readonly string[];
  readonly authors: readonly string[];
  readonly subjects: readonly string[];
  readonly sounds: readonly string[];
  readonly initials: readonly string[];
};

/** Where a patron looks for words. */
export type WordField = 'any' | 'title' | 'author' | 'subject';

/** The part of a wording that counts for a field. */
export const wordingOfField = (wording: Wording, field: WordField): Wording =>
  field === 'any'
    ? wording
    : {
        titles: field === 'title' ? wording.titles : [],
        sounds: field === 'title' ? wording.sounds : [],
        initials: field === 'title' ? wording.initials : [],
        authors: field === 'author' ? wording.authors : [],
        subjects: field === 'subject' ? wording.subjects : [],
      };
