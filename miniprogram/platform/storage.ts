import type { Storage } from '../stores/storage';

/** Changes when what is stored changes shape, so that an update never reads what an older version wrote. */
const version = 'v1/';

/** The phone's storage. A full or broken storage loses what was seen, never the page that shows it. */
export const storage: Storage = {
  read: (key) => {
    try {
      const value: unknown = wx.getStorageSync(version + key);
      return value === '' ? undefined : value;
    } catch {
      return undefined;
    }
  },
  write: (key, value) => {
    wx.setStorage({ key: version + key, data: value, fail: () => {} });
  },
  remove: (key) => {
    wx.removeStorage({ key: version + key, fail: () => {} });
  },
};
