import * as v from 'valibot';

/** One refusal as a value inside an output: its code beside its details. */
export const reasonShape = <Code extends string, Details extends v.ObjectEntries>(
  code: Code,
  { entries }: v.ObjectSchema<Details, undefined>,
) => v.object({ code: v.literal(code), ...entries });
