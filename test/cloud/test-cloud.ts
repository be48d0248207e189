import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Collection } from '../../database/collection';
import type { CloudOptions } from '../../local/cloud/cloud-parts';
import { type Cloud, startCloud } from '../../local/cloud/start-cloud';

/** What the test functions write to. */
const hits: Collection = {
  name: 'hits',
  owner: 'test',
  keptBy: 'functions',
  zh: '测试',
  en: 'what the test functions write',
  fields: {},
  indexes: [],
  rule: { read: false, write: false },
};

export const PROJECT = join(__dirname, 'project');

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'cloud-'));

export type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

export type TestCloud = Cloud & {
  readonly folder: string;
  post(path: string, body: unknown): Promise<Answer>;
  get(path: string): Promise<Answer>;
  /** Calls a function as a phone; throws what `errMsg` says when it fails. */
  call(openid: string, name: string, data?: unknown): Promise<Readonly<Record<string, unknown>>>;
};

const ask = async (url: string, init?: RequestInit): Promise<Answer> => {
  const response = await fetch(url, init);
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
};

/** A cloud with the functions of `test/cloud/project` on a folder of its own, gone when the test closes it. */
export const openTestCloud = async (options: Partial<CloudOptions> = {}): Promise<TestCloud> => {
  const folder = options.dataFolder ?? newFolder();
  const cloud = await startCloud({
    projectRoot: PROJECT,
    collections: [hits],
    ...options,
    dataFolder: folder,
  });
  const post = (path: string, body: unknown) =>
    ask(cloud.url + path, { method: 'POST', body: JSON.stringify(body) });
  return {
    ...cloud,
    folder,
    post,
    get: (path) => ask(cloud.url + path),
    async call(openid, name, data = {}) {
      const { body } = await post('/phone/call', { openid, name, data });
      if ('errMsg' in body) throw new Error(body['errMsg'] as string);
      return body['result'] as Readonly<Record<string, unknown>>;
    },
    async close() {
      await cloud.close();
      if (options.dataFolder === undefined) rmSync(folder, { recursive: true });
    },
  };
};

/** Waits until `read` gives something that is not undefined or false. */
export const until = async <T>(read: () => Promise<T | undefined | false>, tries = 400): Promise<T> => {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const value = await read();
    if (value !== undefined && value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it did not come about');
};
