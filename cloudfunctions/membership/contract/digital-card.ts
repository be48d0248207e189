import * as v from 'valibot';
import type { Contract } from '../../kernel/contract';
import { DayText, none } from '../../kernel/contract-values';
import { standings } from '../domain/patrons/standing';

const Card = v.object({
  /** The whole number: the phone draws it as Code 128. */
  card: v.string(),
  name: v.string(),
  category: v.string(),
  categoryName: v.string(),
  endsOn: v.nullable(DayText),
  standing: v.picklist(standings),
});

export const digitalCardActions = {
  /**
   * The card to be shown at the desk. `code` is the text of a QR code that is good for 60 seconds, until `endsAt` (ms);
   * null while the library has no key to sign it with.
   */
  digitalCard: {
    callers: ['phone'],
    person: 'patron',
    input: none,
    output: v.object({
      ...Card.entries,
      code: v.nullable(v.object({ text: v.string(), endsAt: v.number() })),
    }),
    refusals: {},
  },
  /** Whose card a QR code shows; the look is noted in the audit log. */
  readCardCode: {
    callers: ['phone'],
    person: 'librarian',
    input: v.object({ text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(512)) }),
    output: Card,
    refusals: {
      'not-a-card-code': none,
      /** It was good for 60 seconds: let it be shown anew. */
      'code-over': none,
      'no-such-card': none,
    },
  },
} as const satisfies Contract;
