import type { Caller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { ok, refuse, type Refused } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { FileStore, NewSecretName, WithApplications } from '../../ports/applications';
import type { applicationActions } from '../../contract/applications';
import type { Applicant, StoredProof } from '../../domain/applications/applicant';
import { mostProofBytes, proofKindOf, type ProofKind } from '../../domain/applications/proof';
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

const storeWhole = async (needs: Needs, place: Place, content: Uint8Array): Promise<Answer<Upload>> => {
  const kind = proofKindOf(content);
  if (kind === null) return notAProof();
  const { proofId } = place;
  const whole = { proofId, part: 0, parts: 1, bytes: content.length };
  const expected = await needs.withApplications(async (records) => {
    const applicant = await applicantFor(records, place.openid, needs.newName);
    const known = finished(applicant, proofId);
    if (known !== undefined) return { answer: ok(shown(known)) };
    const { applicant: waiting, path } = expectFile(applicant, { ...whole, kind }, needs.now());
    await records.keepApplicant(waiting);
    return { path };
  });
  if ('answer' in expected) return expected.answer;
  const fileId = await needs.files.save(expected.path, content);
  const after = await noteStored(needs, place.openid, expected.path, fileId);
  const proof = finished(after, proofId);
  return ok(proof === undefined ? { proof: null } : shown(proof));
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
    const expected = await expectWithin(needs, place, part, part.parts === 1 ? kind : null);
    if ('answer' in expected) return expected.answer;
    const fileId = await needs.files.save(expected.path, content);
    const applicant = await noteStored(needs, openid, expected.path, fileId);
    const known = finished(applicant, part.proofId);
    if (known !== undefined) return ok(shown(known));
    const whole = await join(needs, applicant, part);
    if (whole === null) return ok({ proof: null });
    if (whole.length > mostProofBytes) return refuse({ code: 'proof-too-large', mostBytes: mostProofBytes });
    return storeWhole(needs, place, whole);
  };
