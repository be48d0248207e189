import type { Day } from '../../kernel/library-day';
import { hashOf } from './works/rank-key';

/** The first six bits of a hash. */
const groupBits = 6;

/**
 * The one of 64 groups that a person falls in for a query on a day, 0 to 63. Hundreds of patrons share each, and they
 * are others for every query and day: it tells whether somebody asked again, not who asked, nor what else they asked.
 */
export const askerGroup = (openid: string, day: Day, query: string): number =>
  hashOf(`${openid}/${day}/${query}`) >>> (32 - groupBits);
