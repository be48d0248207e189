import type { Phone } from '../phone';
import type { DeviceSettings } from './device';

/** What the workbench tells the phone. */
export interface WorkbenchMessage {
  from: 'workbench';
  settings?: Partial<DeviceSettings>;
}

/** What the phone tells the workbench: that it runs, and what went wrong. */
export interface PhoneMessage {
  from: 'phone';
  ready?: true;
  error?: string;
  page?: string;
}

/** Takes settings from the page around the phone, and reports errors to it. Another person means a fresh start. */
export function listenToWorkbench(phone: Phone): void {
  window.addEventListener('message', ({ data, source }: MessageEvent<Partial<WorkbenchMessage>>) => {
    if (source !== window.parent || data.from !== 'workbench' || !data.settings) return;
    phone.device.change(data.settings);
  });
  window.addEventListener('error', ({ message }) => tell({ from: 'phone', error: message }));
  window.addEventListener('unhandledrejection', ({ reason }) => {
    tell({ from: 'phone', error: reason instanceof Error ? reason.message : JSON.stringify(reason) });
  });
  tell({ from: 'phone', ready: true });
}

function tell(message: PhoneMessage): void {
  if (window.parent !== window) window.parent.postMessage(message, location.origin);
}
