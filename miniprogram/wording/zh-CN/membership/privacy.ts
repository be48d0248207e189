import type { Failure } from '../failure';

/** Why a consent is not taken. */
export const consentRefusals = {
  'words-changed': { title: '说明有了更新', advice: '请看过新的说明再决定' },
} as const satisfies Readonly<Record<string, Failure>>;
