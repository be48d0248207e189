/** What the person at the workbench can change about the phone. */
export interface DeviceSettings {
  openid: string;
  theme: 'light' | 'dark' | 'system';
  /** WeChat's 字体大小 in px; 17 is its standard, 23.8 the care mode's. */
  fontSize: number;
  online: boolean;
  /** What to add to the computer's clock. */
  clockOffsetMs: number;
}

export type Theme = 'light' | 'dark';

type Listener = (device: Device, changed: ReadonlySet<keyof DeviceSettings>) => void;

/** The phone that the mini program runs on: who holds it, its look, its network and its clock. */
export class Device {
  private readonly listeners = new Set<Listener>();
  private readonly prefersDark = window.matchMedia('(prefers-color-scheme: dark)');

  readonly settings: DeviceSettings;

  constructor(settings: DeviceSettings) {
    this.settings = settings;
    this.prefersDark.addEventListener('change', () => this.notify(new Set(['theme'])));
  }

  get theme(): Theme {
    if (this.settings.theme !== 'system') return this.settings.theme;
    return this.prefersDark.matches ? 'dark' : 'light';
  }

  change(settings: Partial<DeviceSettings>): void {
    const keys = Object.keys(settings) as (keyof DeviceSettings)[];
    const changed = new Set(keys.filter((key) => settings[key] !== this.settings[key]));
    Object.assign(this.settings, settings);
    if (changed.size > 0) this.notify(changed);
  }

  onChange(listener: Listener): void {
    this.listeners.add(listener);
  }

  private notify(changed: ReadonlySet<keyof DeviceSettings>): void {
    for (const listener of this.listeners) listener(this, changed);
  }
}

/** `phone.html?openid=visitor-1&theme=dark&font=23.8` */
export function settingsFromAddress(search: string): DeviceSettings {
  const options = new URLSearchParams(search);
  const theme = options.get('theme');
  return {
    openid: options.get('openid') ?? 'visitor-1',
    theme: theme === 'dark' || theme === 'light' ? theme : 'system',
    fontSize: Number(options.get('font') ?? 17) || 17,
    online: options.get('network') !== 'none',
    clockOffsetMs: 0,
  };
}
