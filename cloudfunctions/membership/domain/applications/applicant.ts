import type { DoneRequest } from '../../../kernel/request-keys';
import type { Application, Proof } from './application';
import { proofDays, type ProofKind } from './proof';

/** A file of an applicant's own folder. `fileId` is null while it is being stored: a run may be cut off there. */
export type StoredProof = {
  readonly proofId: string;
  readonly kind: ProofKind;
  readonly bytes: number;
  readonly path: string;
  readonly fileId: string | null;
  /** It goes from this instant on; null = an application that is not decided needs it. */
  readonly removeAfter: Date | null;
  /** The application that shows it to staff. */
  readonly applicationId: string | null;
};

/** One part of a file that is still coming. */
export type StoredPart = {
  readonly proofId: string;
  readonly part: number;
  readonly parts: number;
  readonly bytes: number;
  readonly path: string;
  readonly fileId: string | null;
  readonly removeAfter: Date;
};

/** Everything of a WeChat that applies for a membership; one document, so that what it does happens in turn. */
export type Applicant = {
  readonly openid: string;
  /** The name without a meaning that stands in the audit log; the card that is issued goes on with it. */
  readonly pseudonym: string;
  /** The folder of its proofs, which nobody can guess. */
  readonly folder: string;
  readonly newestApplication: string | null;
  readonly files: readonly StoredProof[];
  readonly parts: readonly StoredPart[];
  readonly doneRequests: readonly DoneRequest[];
};

const dayMs = 86_400_000;
/** A part that nobody completes goes after a day. */
const partDays = 1;

const daysAfter = (now: Date, days: number): Date => new Date(now.getTime() + days * dayMs);

/** When a file that no application shows goes, and when a part of one. */
export const unusedUntil = (now: Date): Date => daysAfter(now, proofDays.unused);
export const partUntil = (now: Date): Date => daysAfter(now, partDays);
/** When the proofs of an application go that was decided now. */
export const decidedUntil = (now: Date): Date => daysAfter(now, proofDays.afterDecision);

/** Somebody who has not applied before; `folder` is where the files will lie, a name that nobody can guess. */
export const newApplicant = (openid: string, pseudonym: string, folder: string): Applicant => ({
  openid,
  pseudonym,
  folder,
  newestApplication: null,
  files: [],
  parts: [],
  doneRequests: [],
});

/** Whether something that was uploaded is there still: nobody may count on what is to go by now. */
export const stays =
  (now: Date) =>
  ({ removeAfter }: Pick<StoredProof | StoredPart, 'removeAfter'>): boolean =>
    removeAfter === null || removeAfter > now;

/** The files with these ids, in that order, as an application shows them; null where one is missing or on its way out. */
export const proofsOf = (
  { files }: Applicant,
  proofIds: readonly string[],
  now: Date,
): readonly Proof[] | null => {
  const found = [...new Set(proofIds)].map((id) => files.find(({ proofId }) => proofId === id));
  const proofs = found.flatMap((file) =>
    file === undefined || file.fileId === null || !stays(now)(file)
      ? []
      : { proofId: file.proofId, kind: file.kind, bytes: file.bytes, fileId: file.fileId },
  );
  return proofs.length === found.length ? proofs : null;
};

/** The applicant once an application shows exactly these proofs; what it showed before and no longer shows goes. */
export const attachProofs = (
  applicant: Applicant,
  { applicationId, proofs }: Pick<Application, 'applicationId' | 'proofs'>,
  now: Date,
): Applicant => {
  const shown = new Set(proofs.map(({ proofId }) => proofId));
  return {
    ...applicant,
    files: applicant.files.map((file) => {
      if (shown.has(file.proofId)) return { ...file, applicationId, removeAfter: null };
      return file.applicationId === applicationId ? { ...file, removeAfter: now } : file;
    }),
  };
};

/** The applicant once the proofs of an application are needed until an instant only. */
export const releaseProofs = (applicant: Applicant, applicationId: string, until: Date): Applicant => ({
  ...applicant,
  files: applicant.files.map((file) =>
    file.applicationId === applicationId ? { ...file, removeAfter: until } : file,
  ),
});

/** The applicant once nothing that was uploaded is needed any more. */
export const releaseAll = (applicant: Applicant, now: Date): Applicant => ({
  ...applicant,
  files: applicant.files.map((file) => ({ ...file, removeAfter: now })),
  parts: applicant.parts.map((part) => ({ ...part, removeAfter: now })),
});

/** The next instant at which something of it is to be removed; null where nothing is. */
export const nextRemoval = ({ files, parts }: Applicant): Date | null => {
  const instants = [...files, ...parts].flatMap(({ removeAfter }) => removeAfter?.getTime() ?? []);
  return instants.length === 0 ? null : new Date(Math.min(...instants));
};

/** What is to be removed by now. */
export const removable = ({ files, parts }: Applicant, now: Date): readonly (StoredProof | StoredPart)[] =>
  [...files, ...parts].filter((one) => !stays(now)(one));

/** The applicant without what stood at these paths. */
export const withoutPaths = (applicant: Applicant, paths: ReadonlySet<string>): Applicant => ({
  ...applicant,
  files: applicant.files.filter(({ path }) => !paths.has(path)),
  parts: applicant.parts.filter(({ path }) => !paths.has(path)),
});
