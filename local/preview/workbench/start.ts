import type { ClockReading, Logs, SentMessages } from '../../cloud/workbench/replies';
import { byId, element } from '../runtime/frame/element';
import { LogList, OutboxList } from './activity';
import { ClockPanel } from './clock-panel';
import { askCloud, listenToCloud } from './cloud';
import { DatabaseConsole } from './database/console';
import { personPanel } from './person-panel';
import { PhoneFrame } from './phone-frame';
import { readPreferences } from './preferences';
import { words } from './wording';

/** The page around the phone: who one is, how the phone is set, the clock, and what the cloud does. */
async function startWorkbench(): Promise<void> {
  document.title = words.title;
  const preferences = readPreferences();
  const logs = new LogList();
  const outbox = new OutboxList();
  const clock = new ClockPanel();
  const database = new DatabaseConsole();
  const phone = new PhoneFrame(preferences, (message) => logs.addPhoneError(message));
  const person = personPanel(preferences.openid, (openid) => phone.restart({ openid }));
  byId('controls').append(person, phone.settings(), clock.element);
  showTabs({
    [words.activity.logs]: logs.element,
    [words.activity.outbox]: outbox.element,
    [words.activity.database]: database.element,
  });
  listenToCloud((event) => {
    if (event.type === 'log' || event.type === 'error') logs.add(event.entry);
    if (event.type === 'outbox') outbox.add(event.message);
    if (event.type === 'clock') clock.show(event.offsetMs);
  });
  const [reading, log, sent] = await Promise.all([
    askCloud<ClockReading>('clock'),
    askCloud<Logs>('logs'),
    askCloud<SentMessages>('outbox'),
  ]);
  clock.show(reading.offsetMs);
  for (const entry of log.entries) logs.add(entry);
  for (const message of sent.messages) outbox.add(message);
  await database.refresh();
}

function showTabs(pages: Record<string, HTMLElement>): void {
  const bar = element('div', { className: 'tabs', role: 'tablist' });
  const show = (name: string): void => {
    byId('activity').replaceChildren(bar, pages[name] ?? '');
    for (const tab of bar.querySelectorAll('button')) tab.ariaSelected = String(tab.textContent === name);
  };
  for (const name of Object.keys(pages)) {
    const tab = element('button', { type: 'button', role: 'tab', textContent: name });
    tab.addEventListener('click', () => show(name));
    bar.append(tab);
  }
  show(Object.keys(pages)[0] ?? '');
}

void startWorkbench();
