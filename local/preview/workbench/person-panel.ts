import { panel, segments } from './controls';
import { demoCards, isDemoReader } from './demo-cards';
import { words } from './wording';

/** Who holds the phone: a visitor, one of the demo readers, staff, or any openid. */
export function personPanel(openid: string, choose: (openid: string) => void): HTMLElement {
  const whole = panel(words.person.title);
  const change = (next: string): void => {
    choose(next);
    whole.replaceChildren(...content(next, change));
  };
  whole.append(...[...content(openid, change)].slice(1));
  return whole;
}

const content = (openid: string, change: (openid: string) => void): NodeListOf<ChildNode> =>
  panel(words.person.title, personRow(openid, change), demoCards(openid, change)).childNodes;

function personRow(openid: string, choose: (openid: string) => void): HTMLElement {
  // without a prototype: `constructor` is a person's name like any other
  const known = Object.assign(Object.create(null) as Record<string, string>, words.persons);
  if (!isDemoReader(openid)) known[openid] ??= openid;
  const other = '?';
  const row = segments(words.person.title, { ...known, [other]: words.person.other }, openid, (value) =>
    choose(value === other ? askOpenid(openid) : value),
  );
  row.querySelector('.label')?.remove();
  return row;
}

/** @returns `current` when nothing usable was typed. */
function askOpenid(current: string): string {
  const typed = window.prompt(words.person.ask, current);
  if (typed === null) return current;
  if (/^[\w-]{1,64}$/.test(typed)) return typed;
  window.alert(words.person.wrong);
  return current;
}
