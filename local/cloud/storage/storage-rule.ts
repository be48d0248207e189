import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { CloudError } from '../cloud-error';

/** Who asks for which file; `owner` is the file's uploader, null when a function stored it. */
export type Access = { readonly openid: string; readonly owner: string | null };
type Judge = (access: Access) => boolean;

const Rule = v.object({
  read: v.union([v.boolean(), v.string()]),
  write: v.union([v.boolean(), v.string()]),
});

/** The terms of WeChat's storage rules that are understood here; any other makes the rule file invalid. */
const terms: Readonly<Record<string, Judge>> = {
  'auth != null': ({ openid }) => openid !== '',
  'auth.openid != null': ({ openid }) => openid !== '',
  'resource.openid == auth.openid': ({ openid, owner }) => owner === openid,
  'auth.openid == resource.openid': ({ openid, owner }) => owner === openid,
  true: () => true,
  false: () => false,
};

const compile = (expression: boolean | string, file: string): Judge => {
  const alternatives = String(expression)
    .split('||')
    .map((side) =>
      side.split('&&').map((term) => {
        const judge = terms[term.trim()];
        if (!judge)
          throw new Error(`${file}: the embedded cloud does not understand the term ${term.trim()}`);
        return judge;
      }),
    );
  return (access) => alternatives.some((all) => all.every((judge) => judge(access)));
};

const check = (judge: Judge) => (access: Access) => {
  if (!judge(access)) throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'storage permission denied');
};

/** What clients may do in storage; functions are not asked. Both throw `STORAGE_EXCEED_AUTHORITY`. */
export type StorageRule = { checkRead(access: Access): void; checkWrite(access: Access): void };

/** Reads the rule that is deployed with the storage; without a file, clients may nothing. */
export const readStorageRule = (file: string): StorageRule => {
  const rule = existsSync(file)
    ? v.parse(Rule, JSON.parse(readFileSync(file, 'utf8')))
    : { read: false, write: false };
  return { checkRead: check(compile(rule.read, file)), checkWrite: check(compile(rule.write, file)) };
};
