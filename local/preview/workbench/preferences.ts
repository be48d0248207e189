/** What is chosen in the workbench; it outlives the page. */
export interface Preferences {
  openid: string;
  width: string;
  theme: 'light' | 'dark' | 'system';
  font: string;
  online: boolean;
}

const key = 'workbench/preferences';
const initial: Preferences = { openid: 'visitor-1', width: '375', theme: 'light', font: '17', online: true };

export function readPreferences(): Preferences {
  try {
    return { ...initial, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) };
  } catch {
    return { ...initial };
  }
}

export function keepPreferences(preferences: Preferences): void {
  localStorage.setItem(key, JSON.stringify(preferences));
}
