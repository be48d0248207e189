/** wx.getUpdateManager: the preview always runs the newest build, so there is never an update. */
export function updateApi() {
  const manager = {
    onCheckForUpdate: (listener: (result: { hasUpdate: boolean }) => void) => {
      queueMicrotask(() => listener({ hasUpdate: false }));
    },
    onUpdateReady: (): void => undefined,
    onUpdateFailed: (): void => undefined,
    applyUpdate: () => location.reload(),
  };
  return { getUpdateManager: () => manager };
}
