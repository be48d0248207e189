import type { Phone } from '../phone';
import { defineApi } from './define-api';

interface Item {
  key: string;
  data: unknown;
}

const maxItemBytes = 1024 * 1024;
const limitKb = 10 * 1024;

/** wx.setStorage and its kin in the browser's localStorage, apart for each person (openid). */
export function storageApi({ device }: Phone) {
  const prefix = (): string => `storage/${device.settings.openid}/`;
  const keys = (): string[] =>
    Object.keys(localStorage).flatMap((key) =>
      key.startsWith(prefix()) ? [key.slice(prefix().length)] : [],
    );

  const read = (key: string): unknown => {
    const text = localStorage.getItem(prefix() + key);
    return text === null ? undefined : (JSON.parse(text) as { data: unknown }).data;
  };
  const write = (key: string, data: unknown): void => {
    if (!key) throw new Error('parameter error: parameter.key should be String');
    const text = JSON.stringify({ data });
    if (text.length > maxItemBytes) throw new Error('entry size limit reached');
    localStorage.setItem(prefix() + key, text);
  };
  const remove = (key: string): void => localStorage.removeItem(prefix() + key);
  const clear = (): void => keys().forEach(remove);
  const info = () => {
    const bytes = keys().reduce((sum, key) => sum + (localStorage.getItem(prefix() + key)?.length ?? 0), 0);
    return { keys: keys(), currentSize: Math.ceil(bytes / 1024), limitSize: limitKb };
  };

  return {
    getStorageSync: (key: string): unknown => read(key) ?? '',
    setStorageSync: write,
    removeStorageSync: remove,
    clearStorageSync: clear,
    getStorageInfoSync: info,
    getStorage: defineApi<Item>('getStorage', ({ key = '' }) => {
      const data = read(key);
      if (data === undefined) throw new Error('data not found');
      return { data };
    }),
    setStorage: defineApi<Item>('setStorage', ({ key = '', data }) => write(key, data)),
    removeStorage: defineApi<Item>('removeStorage', ({ key = '' }) => remove(key)),
    clearStorage: defineApi('clearStorage', clear),
    getStorageInfo: defineApi('getStorageInfo', info),
  };
}
