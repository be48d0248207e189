/** A short word over the page that goes by itself. */
export const say = (text: string): void => {
  wx.showToast({ title: text, icon: 'none', duration: 2500, fail: () => {} });
};

/** Puts text on the clipboard; whether it did, which WeChat itself says. Without the patron's consent it does not. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await wx.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
};

/** Asks before something that cannot be undone; whether the patron said yes. */
export const askFirst = async (question: string, yes: string, no?: string): Promise<boolean> => {
  const cancel = no === undefined ? {} : { cancelText: no };
  const { confirm } = await wx.showModal({ content: question, confirmText: yes, ...cancel });
  return confirm;
};

/** Says something that must be read before going on. */
export const tell = async (text: string, understood: string): Promise<void> => {
  await wx.showModal({ content: text, showCancel: false, confirmText: understood });
};

/** Lets the patron choose one of these; its place from 0, null when turned back. */
export const askWhich = async (choices: readonly string[]): Promise<number | null> => {
  try {
    const { tapIndex } = await wx.showActionSheet({ itemList: [...choices] });
    return tapIndex;
  } catch {
    return null;
  }
};
