import { outOfDateNote } from '../../../../format/block-notes';
import { cardFacts } from '../../../../format/card-lines';
import { asBackground, barcodeDrawing, qrDrawing } from '../../../../format/drawn-code';
import { maskedName } from '../../../../format/masked-name';
import { cardFailureNote, unboundNote } from '../../../../format/session-note';
import { libraryDayOf, phoneDay } from '../../../../platform/clock';
import type { DigitalCard } from '../../../../stores/membership/digital-card';
import type { RemoteValue } from '../../../../stores/remote-value';
import type { Session } from '../../../../stores/session';
import { digitalCardWording } from '../../../../wording/zh-CN/membership/digital-card';
import { standingWording } from '../../../../wording/zh-CN/me';

type CardStores = {
  readonly session: Session;
  readonly shown: DigitalCard;
  readonly today: RemoteValue<'library.today'>;
};

const drawn = (background: string): string => `background-image: ${background}`;

/** What the card page shows of its stores. Its bar code is drawn from the number, so it is there offline too. */
export const cardFields = {
  status: ({ session, shown }: CardStores) => (session.status === 'unbound' ? 'unbound' : shown.status),
  unbound: ({ session }: CardStores) => unboundNote(session.isReplaced, digitalCardWording.unboundAdvice),
  failure: ({ session, shown }: CardStores) =>
    cardFailureNote(session, 'membership.digitalCard', shown.failure),
  outOfDate: ({ shown }: CardStores) => outOfDateNote(shown, phoneDay()),
  library: ({ today }: CardStores) => today.value?.name ?? '',
  card: ({ shown, shown: { card } }: CardStores) =>
    card === null
      ? null
      : {
          number: card.card,
          label: digitalCardWording.barcode(card.card),
          name: maskedName(card.name),
          facts: cardFacts(card, libraryDayOf(shown)),
          warning: standingWording[card.standing],
        },
  bars: ({ shown: { card } }: CardStores) =>
    card === null ? '' : drawn(asBackground(barcodeDrawing(card.card))),
  codeStatus: ({ shown }: CardStores) => shown.codeStatus,
  qr: ({ shown: { code } }: CardStores) => (code === null ? '' : drawn(asBackground(qrDrawing(code)))),
};
