import type { CloudState } from '../../../cloud/workbench/replies';
import { element } from '../../runtime/frame/element';
import { words } from '../wording';

/** The collections with their counts; a click opens one. */
export function collectionList(
  collections: CloudState['collections'],
  current: string,
  open: (name: string) => void,
): HTMLElement {
  const list = element('nav', { className: 'collections' });
  for (const { name, zh, count } of collections) {
    const button = element(
      'button',
      { type: 'button', title: name },
      element('span', {}, zh ? shortName(zh) : name),
      element('small', {}, zh ? name : ''),
      element('b', {}, count.toLocaleString('zh-CN')),
    );
    button.ariaCurrent = name === current ? 'true' : null;
    button.addEventListener('click', () => open(name));
    list.append(button);
  }
  return list;
}

/** The schema explains a collection in a sentence: its name comes before the colon. */
function shortName(zh: string): string {
  return zh.split(words.database.endOfName)[0] ?? zh;
}
