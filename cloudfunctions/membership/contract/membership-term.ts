import * as v from 'valibot';
import type { Contract } from '../../kernel/contract';
import { Count, DayText, none, RequestKey } from '../../kernel/contract-values';
import { categoryRights } from '../domain/patrons/patron-category';
import { standings } from '../domain/patrons/standing';

/** Why a membership is not prolonged at once. */
const termRefusals = {
  /** A card of the campus, or a category that the phone does not prolong. */
  'not-prolonged-here': none,
  /** This category is applied for anew. */
  'apply-again': v.object({ opensOn: v.nullable(DayText) }),
  'term-too-early': v.object({ opensOn: DayText }),
  'membership-suspended': none,
} as const;

export const termActions = {
  /** The membership of the card: what it allows, until when, and what prolonging it would do. */
  membership: {
    callers: ['phone'],
    person: 'patron',
    input: none,
    output: v.object({
      category: v.string(),
      categoryName: v.string(),
      standing: v.picklist(standings),
      endsOn: v.nullable(DayText),
      loanLimit: Count,
      holdLimit: Count,
      rights: v.array(v.picklist(categoryRights)),
      /** The last day if it is prolonged now; null where it cannot be, `notYet` says why. */
      prolongedTo: v.nullable(DayText),
      notProlonged: v.nullable(
        v.variant('code', [
          v.object({ code: v.literal('not-prolonged-here') }),
          v.object({ code: v.literal('apply-again'), opensOn: v.nullable(DayText) }),
          v.object({ code: v.literal('term-too-early'), opensOn: DayText }),
          v.object({ code: v.literal('membership-suspended') }),
        ]),
      ),
    }),
    refusals: {},
  },
  /** Prolongs the membership by one term, from its last day, or from today where that is over. */
  prolongMembership: {
    callers: ['phone'],
    person: 'patron',
    input: v.object({ requestKey: RequestKey }),
    output: v.object({ endsOn: DayText }),
    refusals: termRefusals,
  },
} as const satisfies Contract;
