import type { SentProof } from './proof-list';
import type { Storage } from '../storage';

export type FormField = 'name' | 'phone' | 'birthYear' | 'guardianName' | 'guardianPhone';
export type FormTexts = Readonly<Record<FormField, string>>;

/** What was filled in and not sent yet. It stays on this phone until it is sent or the form is emptied. */
export type Draft = {
  readonly category: string;
  readonly texts: FormTexts;
  readonly isMinor: boolean;
  readonly proofs: readonly SentProof[];
};

export const emptyTexts: FormTexts = {
  name: '',
  phone: '',
  birthYear: '',
  guardianName: '',
  guardianPhone: '',
};

const key = 'application-draft';

/** What was left unfinished on this phone; null where nothing was. */
export const readDraft = (storage: Storage): Draft | null => (storage.read(key) as Draft | undefined) ?? null;
/** Keeps it in place of what was kept before. */
export const writeDraft = (storage: Storage, draft: Draft): void => storage.write(key, draft);
/** It was sent, or the form was emptied. */
export const removeDraft = (storage: Storage): void => storage.remove(key);
