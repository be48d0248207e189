import cards from '../../../database/seed/demo-cards.json';
import { element } from '../runtime/frame/element';
import { words } from './wording';

type Card = (typeof cards)[number];

const cardRow = (card: Card): HTMLButtonElement => {
  const number = words.person.card(card.card, card.pin);
  return element(
    'button',
    { type: 'button', className: 'demo-card', value: card.openid ?? '', disabled: card.openid === null },
    element('strong', {}, card.name),
    element('span', { className: 'card-number' }, number),
    element('span', { className: 'muted' }, card.see),
  );
};

/**
 * The demo library's readers: card number, PIN and what each shows. Tapping one is being that reader; one whose card
 * nobody has bound yet is there to be bound.
 */
export function demoCards(openid: string, choose: (openid: string) => void): HTMLElement {
  const rows = cards.map(cardRow);
  const mark = (chosen: string): void => {
    for (const row of rows) row.ariaPressed = String(row.value !== '' && row.value === chosen);
  };
  for (const row of rows)
    row.addEventListener('click', () => {
      mark(row.value);
      choose(row.value);
    });
  mark(openid);
  return element('div', { className: 'demo-cards' }, ...rows);
}

/** Whether an openid is one of theirs. */
export const isDemoReader = (openid: string): boolean => cards.some((card) => card.openid === openid);
