import type { CloudEvent } from '../../../cloud/events/event-stream';
import type { Device } from './device';

/** Follows the cloud while the phone is open: its clock, and new builds, after which the same page opens again. */
export function followCloud(device: Device): void {
  const events = new EventSource('/workbench/events');
  events.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as CloudEvent;
    if (event.type === 'clock') device.change({ clockOffsetMs: event.offsetMs });
    if (event.type === 'reload' && event.what === 'preview') location.reload();
  });
}
