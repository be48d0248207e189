import type { Caller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { ok, refuse, type Refused } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { FileStore, NewSecretName, WithApplications } from '../../ports/applications';
import type { applicationActions } from '../../contract/applications';
import type { Applicant, StoredProof } from '../../domain/applications/applicant';
import { proofKindOf, type ProofKind } from '../../domain/applications/proof';
import {
  expectFile,
  expectPart,
  partsOf,
  stored,
  uploadRefusal,
  type Part,
} from '../../domain/applications/proof-upload';
import { applicantFor } from './hand-in';

type Upload = typeof applicationActions.uploadProof;
type Needs = {
  readonly withApplications: WithApplications;
  readonly files: FileStore;
  readonly newName: NewSecretName;
  readonly now: Clock;
};
type Place = { readonly openid: string; readonly proofId: string };
/** Where to store what came, or what is answered at once. */
type Expected = { readonly path: string } | { readonly answer: Answer<Upload> };

const shown = ({ proofId, kind, bytes }: StoredProof) => ({ proof: { proofId, kind, bytes } });
const notAProof = (): Refused<{ readonly code: 'not-a-proof' }> => refuse({ code: 'not-a-proof' });

const finished = ({ files }: Applicant, id: string): StoredProof | undefined =>
  files.find(({ proofId, fileId }) => proofId === id && fileId !== null);

/** Notes where something will be stored before it is, so that a job finds it if this run is cut off. */
const expectWithin = (
  { withApplications, newName, now: clock }: Needs,
  { openid, proofId }: Place,
  part: Part,
  kind: ProofKind | null,
): Promise<Expected> =>
  withApplications(async (records) => {
    const now = clock();
    const applicant = await applicantFor(records, openid, newName);
    const known = finished(applicant, proofId);
    if (known !== undefined) return { answer: ok(shown(known)) };
    const refusal = uploadRefusal(applicant, part, now);
    if (refusal !== null) return { answer: refuse(refusal) };
    const expected =
      kind === null
        ? expectPart(applicant, part, now)
        : expectFile(applicant, { proofId, kind, bytes: part.bytes }, now);
    await records.keepApplicant(expected.applicant);
    return { path: expected.path };
  });

const noteStored = (
  { withApplications, newName, now }: Needs,
  openid: string,
  path: string,
  fileId: string,
): Promise<Applicant> =>
  withApplications(async (records) => {
    const applicant = stored(await applicantFor(records, openid, newName), path, fileId, now());
    await records.keepApplicant(applicant);
    return applicant;
  });

/** What came, stored: who has handed it in by then, or what is answered instead. */
type Stored = { readonly applicant: Applicant } | { readonly answer: Answer<Upload> };

/** Stores a part, or a whole file of a kind; what is there already, or must not come, is answered at once. */
const store = async (
  needs: Needs,
  place: Place,
  part: Part,
  { content, kind }: { readonly content: Uint8Array; readonly kind: ProofKind | null },
): Promise<Stored> => {
  const expected = await expectWithin(needs, place, part, part.parts === 1 ? kind : null);
  if ('answer' in expected) return expected;
  const fileId = await needs.files.save(expected.path, content);
  const applicant = await noteStored(needs, place.openid, expected.path, fileId);
  const known = finished(applicant, part.proofId);
  return known === undefined ? { applicant } : { answer: ok(shown(known)) };
};

/** The whole file once its last part is there. */
const join = async ({ files }: Needs, applicant: Applicant, { proofId, parts }: Part) => {
  const there = partsOf(applicant, proofId).filter((one) => one.parts === parts && one.fileId !== null);
  if (there.length < parts) return null;
  const contents = await Promise.all(there.map(({ fileId }) => files.read(fileId ?? '')));
  return Buffer.concat(contents);
};

/**
 * Takes a part of a file into the applicant's own folder, and the whole file once nothing is missing. What a file is
 * shows in its first bytes: a first part of anything else is not stored at all.
 */
export const uploadProof =
  (needs: Needs) =>
  async ({ openid }: Caller, given: Parsed<Upload>): Promise<Answer<Upload>> => {
    const content = Buffer.from(given.content, 'base64');
    const part = { proofId: given.proofId, part: given.part, parts: given.parts, bytes: content.length };
    if (part.part >= part.parts) return refuse({ code: 'invalid-request' });
    const kind = part.part === 0 ? proofKindOf(content) : null;
    if (part.part === 0 && kind === null) return notAProof();
    const place = { openid, proofId: part.proofId };
    const came = await store(needs, place, part, { content, kind });
    if ('answer' in came) return came.answer;
    const joined = await join(needs, came.applicant, part);
    if (joined === null) return ok({ proof: null });
    const wholeKind = proofKindOf(joined);
    if (wholeKind === null) return notAProof();
    const whole = { proofId: part.proofId, part: 0, parts: 1, bytes: joined.length };
    const kept = await store(needs, place, whole, { content: joined, kind: wholeKind });
    return 'answer' in kept ? kept.answer : ok({ proof: null });
  };
