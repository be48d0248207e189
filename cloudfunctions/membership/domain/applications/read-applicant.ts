import { doneRequestsIn } from '../../../kernel/request-keys';
import { readWritten, type FieldReader, type Understood, type Written } from '../../../kernel/written-fields';
import type { Applicant, StoredPart, StoredProof } from './applicant';
import { proofKinds } from './proof';

/** What of a file is where. */
const storedIn = (fields: FieldReader) => ({
  proofId: fields.text('proofId'),
  bytes: fields.whole('bytes'),
  path: fields.text('path'),
  fileId: fields.textOrNone('fileId'),
});

/** A document of `applicants` as it was understood: functions keep it, but staff may have edited it. */
export const readApplicant = (openid: string, document: Written): Understood<Applicant> => {
  const { faults, ...written } = readWritten('applicants', openid, document);
  const value = {
    openid,
    pseudonym: written.text('pseudonym') ?? '',
    folder: written.text('folder') ?? '',
    newestApplication: written.textOrNone('newestApplication') ?? null,
    files: written.list<StoredProof>('files', (fields) => ({
      ...storedIn(fields),
      kind: fields.oneOf('kind', proofKinds),
      removeAfter: fields.instantOrNone('removeAfter'),
      applicationId: fields.textOrNone('applicationId'),
    })),
    parts: written.list<StoredPart>('parts', (fields) => ({
      ...storedIn(fields),
      part: fields.whole('part'),
      parts: fields.whole('parts'),
      removeAfter: fields.instant('removeAfter'),
    })),
    doneRequests: doneRequestsIn(document['doneRequests']),
  };
  return { value, faults };
};
