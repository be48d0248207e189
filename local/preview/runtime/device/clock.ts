import { movedDate } from '../../../cloud/functions/moved-date';
import type { ClockReading } from '../../../cloud/workbench/replies';
import type { Device } from './device';

/** Makes `Date` in the mini program follow the workbench's clock; timers keep their real pace. */
export function followClock(device: Device): void {
  globalThis.Date = movedDate(Date, (realMs) => realMs + device.settings.clockOffsetMs);
}

/** The clock of the embedded cloud, where there is one; a phone without a cloud keeps the computer's. */
export async function readCloudClock(device: Device): Promise<void> {
  const response = await fetch('/workbench/clock').catch(() => undefined);
  if (!response?.ok) return;
  const { offsetMs } = (await response.json()) as ClockReading;
  device.change({ clockOffsetMs: offsetMs });
}
