import * as v from 'valibot';

/** A code as it was told or scanned; capitals, spaces and hyphens do not matter. */
export const Code = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(64));

/**
 * The library has no key to sign a code with. The first call that needs one makes it, so there is none only where
 * `secrets` was spoilt by hand, until the job that renews keys puts a new one in place. Nothing was done.
 */
export const noKey = v.object({});
