import type { Device } from './device';

/** Makes `Date` in the mini program follow the workbench's clock; timers keep their real pace. */
export function followClock(device: Device): void {
  const ComputerDate = Date;
  const now = (): number => ComputerDate.now() + device.settings.clockOffsetMs;
  const PhoneDate = new Proxy(ComputerDate, {
    construct: (target, parts: unknown[], newTarget: new () => object) =>
      Reflect.construct(target, parts.length > 0 ? parts : [now()], newTarget) as object,
    apply: () => new ComputerDate(now()).toString(),
    get: (target, key): unknown => (key === 'now' ? now : Reflect.get(target, key)),
  });
  globalThis.Date = PhoneDate;
}

/** The clock of the embedded cloud, where there is one; a phone without a cloud keeps the computer's. */
export async function readCloudClock(device: Device): Promise<void> {
  const response = await fetch('/workbench/state').catch(() => undefined);
  if (!response?.ok) return;
  const { clockOffsetMs } = (await response.json()) as { clockOffsetMs?: number };
  device.change({ clockOffsetMs: clockOffsetMs ?? 0 });
}
