import { adminRoute } from './admin/admin-route';
import { identifyCaller } from './admin/caller';
import { databaseActions } from './admin/database-actions';
import { functionActions } from './admin/function-actions';
import { storageActions } from './admin/storage-actions';
import type { Route } from './http/exchange';
import { sendFile } from './http/static-files';
import { openApiActions } from './openapi/open-api-actions';
import { phoneRoutes } from './phone/phone-routes';
import type { CloudParts } from './cloud-parts';
import { storageRoutes } from './storage/storage-routes';
import { clockRoutes } from './workbench/clock-routes';
import { collectionRoutes } from './workbench/collection-routes';
import { eventRoute } from './workbench/event-route';
import { functionRoutes } from './workbench/function-routes';
import { stateRoutes } from './workbench/state-routes';

/** Every route of the cloud; what none of them takes is a file of the preview. */
export const cloudRoutes = (
  parts: CloudParts,
  secretId: string,
  staticFolder: string,
  report: (text: string) => void,
): readonly Route[] => {
  const { host, storage, files, links, rule, outbox, answers, clock, events, timers } = parts;
  const actions = {
    ...databaseActions(parts.database),
    ...functionActions(host),
    ...storageActions(storage, files),
    ...openApiActions(host, outbox, answers),
  };
  return [
    adminRoute({ actions, report, identify: (request) => identifyCaller(request, secretId, host) }),
    ...storageRoutes(storage, links),
    ...phoneRoutes({ host, appid: parts.project.appid, storage, files, rule }),
    ...stateRoutes(parts),
    ...functionRoutes(host, parts.project.appid, clock),
    ...collectionRoutes(parts.console),
    ...clockRoutes(clock, timers, events),
    eventRoute(events),
    { method: 'GET', path: '/*', handle: (exchange) => sendFile(staticFolder, exchange) },
  ];
};
