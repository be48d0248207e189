import type { CloudEvent } from '../../cloud/events/event-stream';
import { words } from './wording';

/** A request that the embedded cloud refused; the message is for people. */
export class CloudFailure extends Error {}

interface Refusal {
  error?: { code?: string; message?: string };
}

/** Asks the embedded cloud. @throws CloudFailure with its reason. */
export async function askCloud<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(`/workbench/${path}`, init).catch(() => {
    throw new CloudFailure(words.unreachable);
  });
  const reply = (await response.json().catch(() => ({}))) as T & Refusal;
  if (response.ok) return reply;
  throw new CloudFailure(reply.error?.message ?? `HTTP ${response.status}`);
}

/** The same with something to send. */
export function postJson<T>(path: string, body: unknown): Promise<T> {
  return askCloud<T>(path, { method: 'POST', body: JSON.stringify(body) });
}

/** What happens in the cloud, as it happens; the browser connects again by itself. */
export function listenToCloud(listener: (event: CloudEvent) => void): void {
  const source = new EventSource('/workbench/events');
  source.addEventListener('message', ({ data }: MessageEvent<string>) =>
    listener(JSON.parse(data) as CloudEvent),
  );
}
