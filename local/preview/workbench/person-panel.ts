import { panel, segments } from './controls';
import { words } from './wording';

/** Who holds the phone: one of the two visitors, or any openid. */
export function personPanel(openid: string, choose: (openid: string) => void): HTMLElement {
  // without a prototype: `constructor` is a person's name like any other
  const known = Object.assign(Object.create(null) as Record<string, string>, words.persons);
  known[openid] ??= openid;
  const other = '?';
  const row = segments(words.person.title, { ...known, [other]: words.person.other }, openid, (value) => {
    const chosen = value === other ? askOpenid(openid) : value;
    choose(chosen);
    if (!(chosen in known) || value === other)
      row.replaceWith(personPanel(chosen, choose).lastElementChild ?? row);
  });
  row.querySelector('.label')?.remove();
  return panel(words.person.title, row);
}

/** @returns `current` when nothing usable was typed. */
function askOpenid(current: string): string {
  const typed = window.prompt(words.person.ask, current);
  if (typed === null) return current;
  if (/^[\w-]{1,64}$/.test(typed)) return typed;
  window.alert(words.person.wrong);
  return current;
}
