import * as v from 'valibot';
import { CloudError } from '../cloud-error';
import type { FileService } from '../storage/file-service';
import { checkPath, type Storage } from '../storage/storage';
import type { AdminAction } from './admin-route';
import type { AdminParameters } from './request-parameters';

const Links = v.object({
  file_list: v.array(v.object({ fileid: v.unknown(), max_age: v.optional(v.nullable(v.number())) })),
});
const Deletions = v.object({ fileid_list: v.array(v.unknown()) });
const Copies = v.object({
  file_list: v.array(
    v.object({
      src_path: v.string(),
      dst_path: v.string(),
      overwrite: v.optional(v.boolean(), true),
      remove_original: v.optional(v.boolean(), false),
    }),
  ),
});

const parse = <S extends v.GenericSchema>(schema: S, parameters: AdminParameters): v.InferOutput<S> => {
  const parsed = v.safeParse(schema, parameters);
  if (parsed.success) return parsed.output;
  throw new CloudError('INVALID_PARAM', parsed.issues.map((issue) => issue.message).join('; '));
};

const copyFile = async (storage: Storage, copy: v.InferOutput<typeof Copies>['file_list'][number]) => {
  const from = storage.find(checkPath(copy.src_path));
  const path = checkPath(copy.dst_path);
  if (!from) return { code: 'STORAGE_FILE_NONEXIST', fileId: copy.src_path };
  if (!copy.overwrite && storage.find(path)) return { code: 'STORAGE_FILE_EXIST', fileId: path };
  await storage.copy(from, path);
  if (copy.remove_original) storage.remove(from.path);
  return { code: 'SUCCESS', fileId: path };
};

/** The storage's actions for functions and administrators, whom no rule binds. */
export const storageActions = (
  storage: Storage,
  files: FileService,
): Readonly<Record<string, AdminAction>> => ({
  'storage.getUploadMetadata': ({ path }) => {
    const { url, sign } = files.uploadUrl(path);
    const fileId = files.fileId(checkPath(path));
    return { data: { url, token: 'local', authorization: sign, fileId, cosFileId: 'local' } };
  },
  'storage.batchGetDownloadUrl': (parameters) => {
    const asked = parse(Links, parameters).file_list.map(({ fileid, max_age: maxAge }) => ({
      fileId: fileid,
      maxAgeSeconds: maxAge ?? undefined,
    }));
    return { data: { download_list: files.links(asked, () => undefined) } };
  },
  'storage.batchDeleteFile': (parameters) => ({
    data: { delete_list: files.remove(parse(Deletions, parameters).fileid_list) },
  }),
  'storage.batchCopyFile': async (parameters) => {
    const copies = parse(Copies, parameters).file_list;
    return { data: { copy_list: await Promise.all(copies.map((copy) => copyFile(storage, copy))) } };
  },
});
