/** Asks WeChat for the patron's consent to its privacy guide where WeChat wants it; whether it was given. */
export const privacyAgreed = async (): Promise<boolean> => {
  if (typeof wx.requirePrivacyAuthorize !== 'function') return true;
  return new Promise((resolve) => {
    wx.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) });
  });
};

/** Opens the privacy guide as WeChat shows it. */
export const openPrivacyGuide = (): void => {
  if (typeof wx.openPrivacyContract === 'function') wx.openPrivacyContract({ fail: () => {} });
};
