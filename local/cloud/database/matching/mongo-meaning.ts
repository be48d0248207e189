import { Context } from 'mingo';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import * as window from 'mingo/operators/window';
import { comparisons } from './comparisons';
import { mendedStages } from './mended-stages';

/**
 * mingo's operators with the mended comparisons in place of its own. Only the classes of mingo's inner modules
 * (`mingo/query`, `mingo/aggregator`, `mingo/updater`) take it as it is; those of its main module put theirs before it.
 */
export const mongoMeaning: Context = Context.init({
  accumulator,
  expression,
  pipeline: { ...pipeline, ...mendedStages(pipeline) } as never,
  projection,
  window,
  query: { ...query, ...comparisons(query.$elemMatch as never) },
});

export const mingoOptions = { context: mongoMeaning, scriptEnabled: false } as const;
