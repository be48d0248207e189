import { createHash } from 'node:crypto';
import type { Clock } from '../../kernel/clock';
import { familyRights } from '../../kernel/contract';
import { readFamilyLink } from '../../kernel/family-link';
import { nameDamage } from '../../kernel/damaged-record';
import { cloudFaults } from '../../kernel/wechat/cloud-faults';
import { tellWithin } from '../../kernel/wechat/cloud-messages';
import { everyDocument } from '../../kernel/wechat/cloud-records';
import { inTransaction } from '../../kernel/wechat/cloud-transaction';
import type { Database } from '../../kernel/wechat/wx-cloud';
import { readWritten, type Understood, type Written } from '../../kernel/written-fields';
import { readPatron, type PatronDocument } from '../domain/patrons/read-patron';
import type { FamilyInvitation, FamilyLink, FamilyReads, LinkIdOf, WithFamily } from '../ports/family';
import { cardRecordsWithin } from './cloud-card-records';

type LinkDocument = Written & { readonly _id: string };

/** A link that nobody can read is as good as none. */
const linkFrom = (document: LinkDocument): Understood<FamilyLink | null> => {
  const { _id: linkId, since } = document;
  const { value, faults } = readFamilyLink(linkId, document);
  const began = since instanceof Date ? since : new Date(0);
  return { value: value && { linkId, ...value, since: began }, faults };
};

/** The same id for the same card and the same other (`by`), whenever they are linked. */
/** An offer that nobody can read offers nothing. */
const invitationFrom = (code: string, document: Written): FamilyInvitation | null => {
  const written = readWritten('family_invitations', code, document);
  const [card, pseudonym] = [written.text('card'), written.text('pseudonym')];
  const [whose, right] = [
    written.oneOf('whose', ['mine', 'theirs'] as const),
    written.oneOf('right', familyRights),
  ];
  const [endsOn, until] = [written.day('endsOn'), written.whole('until')];
  if (!card || !pseudonym || !whose || !right || !endsOn || until === undefined) return null;
  return {
    code,
    card,
    pseudonym,
    whose,
    right,
    endsOn,
    requestKey: written.textOrNone('requestKey') ?? '',
    until,
  };
};

export const linkIdOf: LinkIdOf = (card, by) =>
  createHash('sha256').update(`family/${card}/${by}`).digest('hex').slice(0, 24);

/** Family links with the records of cards, in transactions. */
export const cloudFamily =
  (database: Database, now: Clock): WithFamily =>
  (work) =>
    inTransaction(database)((transaction) =>
      work({
        ...cardRecordsWithin(database, now, transaction),
        invitation: async (code) => {
          const kept = await transaction.read<LinkDocument>('family_invitations', code);
          return kept && invitationFrom(code, kept);
        },
        keepInvitation: ({ code, ...invitation }) => transaction.put('family_invitations', code, invitation),
        removeInvitation: (code) => transaction.remove('family_invitations', code),
        link: async (linkId) => {
          const kept = await transaction.read<LinkDocument>('family_links', linkId);
          return kept && linkFrom(kept).value;
        },
        keepLink: ({ linkId, ...link }) =>
          transaction.put('family_links', linkId, { ...link, state: 'active' }),
        removeLink: (linkId) => transaction.remove('family_links', linkId),
        tell: (message) => tellWithin(transaction, message),
      }),
    );

/** What is read of family links outside a transaction. */
export const cloudFamilyReads = (database: Database, now: Clock): FamilyReads => {
  const { command } = database;
  const list = cloudFaults(database, now);
  return {
    linksOf: async (card) => {
      const isSide = command.or([{ card }, { by: card }]);
      const found = (await everyDocument<LinkDocument>(database, 'family_links', isSide)).map(linkFrom);
      await nameDamage(list, found);
      return found.flatMap(({ value }) => value ?? []);
    },
    openInvitations: async (card, at) => {
      const isOpen = { card, until: command.gt(at.getTime()) };
      return (await everyDocument(database, 'family_invitations', isOpen, { _id: true })).length;
    },
    names: async (cards) => {
      if (cards.length === 0) return new Map();
      const where = { _id: command.in([...cards]) };
      const found = await everyDocument<PatronDocument & { readonly _id: string }>(
        database,
        'patrons',
        where,
      );
      return new Map(found.map((document) => [document._id, readPatron(document).patron?.name ?? '']));
    },
  };
};
