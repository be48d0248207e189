import { readWritten, type Understood, type Written } from '../../../kernel/written-fields';
import {
  applicationStates,
  type Application,
  type ApplicationStep,
  type Guardian,
  type Proof,
} from './application';
import { proofKinds } from './proof';

/** A first instant for what nobody can tell. */
const once = new Date(0);

const guardianIn = (value: unknown): Guardian | null | undefined => {
  if (value === null || value === undefined) return null;
  const { name, phone } = value as Partial<Record<keyof Guardian, unknown>>;
  return typeof name === 'string' && typeof phone === 'string' ? { name, phone } : undefined;
};

const details = (written: Omit<ReturnType<typeof readWritten>, 'faults'>, guardian: unknown) => {
  const read = guardianIn(guardian);
  if (read === undefined) written.note('guardian', 'not-a-row');
  return {
    category: written.text('category') ?? '',
    name: written.text('name') ?? '',
    phone: written.textOrNone('phone') ?? '',
    birthYear: written.whole('birthYear') ?? 0,
    guardian: read ?? null,
    proofs: written.list<Proof>('proofs', (fields) => ({
      proofId: fields.text('proofId'),
      kind: fields.oneOf('kind', proofKinds),
      bytes: fields.whole('bytes'),
      fileId: fields.text('fileId'),
    })),
  };
};

/** A document of `applications` as it was understood: functions keep it, but staff may have edited it. */
export const readApplication = (applicationId: string, document: Written): Understood<Application> => {
  const { faults, ...written } = readWritten('applications', applicationId, document);
  const value = {
    applicationId,
    ...details(written, document['guardian']),
    openid: written.text('openid') ?? '',
    state: written.oneOf('state', applicationStates) ?? 'withdrawn',
    revision: written.whole('revision') ?? 0,
    steps: written.list<ApplicationStep>('steps', (fields) => ({
      state: fields.oneOf('state', applicationStates),
      at: fields.instant('at'),
      reason: fields.textOrNone('reason'),
    })),
    consentVersion: written.whole('consentVersion') ?? 0,
    card: written.textOrNone('card') ?? null,
    isRenewal: written.oneOf('isRenewal', [true, false]) ?? false,
    submittedAt: written.instant('submittedAt') ?? once,
    decidedAt: written.instantOrNone('decidedAt') ?? null,
    endsOn: written.dayOrNone('endsOn') ?? null,
  };
  return { value, faults };
};
