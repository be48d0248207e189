const write =
  (level: 'debug' | 'info' | 'warn' | 'error') =>
  (...parts: unknown[]): void =>
    console[level](...parts);

/** wx.getLogManager and wx.getRealtimeLogManager, which write to the browser's console. */
export function logsApi() {
  const manager = {
    debug: write('debug'),
    info: write('info'),
    log: write('info'),
    warn: write('warn'),
    error: write('error'),
    setFilterMsg: (): void => undefined,
    addFilterMsg: (): void => undefined,
  };
  return { getLogManager: () => manager, getRealtimeLogManager: () => manager };
}
