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

/** What was chosen last; the usual where nothing was, or nobody can read it. */
export function readPreferences(): Preferences {
  try {
    return { ...initial, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) };
  } catch {
    return { ...initial };
  }
}

/** Keeps them for the next time. */
export function keepPreferences(preferences: Preferences): void {
  localStorage.setItem(key, JSON.stringify(preferences));
}
