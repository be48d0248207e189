import { fineDayCounts, overduePenalties } from '../../cloudfunctions/circulation/domain/policies/policy';
import type { Field } from '../collection';

const plain = { personal: false } as const;

/** What a policy says about being late. */
export const fineFields: Readonly<Record<string, Field>> = {
  fineLimit: {
    ...plain,
    type: 'integer',
    zh: '欠费超过多少分就不能借、不能续；不填则不因欠费拒绝',
    en: 'Fines owed beyond it, in fen, keep from borrowing and renewing; never without it',
  },
  finePerDay: {
    ...plain,
    type: 'integer',
    zh: '每天逾期费（分）；不填为 10',
    en: 'Fine for a day, in fen; 10 without it',
  },
  fineCap: {
    ...plain,
    type: 'integer',
    zh: '每册逾期费上限（分）；不填则没有',
    en: 'Fine for a loan at most, in fen',
  },
  fineDays: {
    ...plain,
    type: 'string',
    zh: '按开馆日 open（默认）或日历日 calendar 计',
    en: 'Open days count (usual), or all days',
    values: fineDayCounts,
  },
  overduePenalty: {
    ...plain,
    type: 'string',
    zh: '逾期：收费 fine（默认），或停借同样天数 suspend',
    en: 'Being late costs money (usual), or suspends borrowing for as many days',
    values: overduePenalties,
  },
};
