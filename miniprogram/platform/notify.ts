/** A short word over the page that goes by itself. */
export const say = (text: string): void => {
  void wx.showToast({ title: text, icon: 'none', duration: 2500 });
};

/** Puts text on the clipboard; WeChat itself says that it did. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await wx.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
};

/** Asks before something that cannot be undone; whether the patron said yes. */
export const askFirst = async (question: string, yes: string): Promise<boolean> => {
  const { confirm } = await wx.showModal({ content: question, confirmText: yes });
  return confirm;
};
