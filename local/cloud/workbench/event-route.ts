import type { EventStream } from '../events/event-stream';
import type { Route } from '../http/exchange';

const HEARTBEAT_MS = 15_000;

/** `GET /workbench/events`: what happens in the cloud, as server-sent events. */
export const eventRoute = (events: EventStream): Route => ({
  method: 'GET',
  path: '/workbench/events',
  handle: ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': open\n\n');
    const unsubscribe = events.subscribe((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    heartbeat.unref();
    response.on('close', () => {
      clearInterval(heartbeat);
      unsubscribe();
    });
  },
});
