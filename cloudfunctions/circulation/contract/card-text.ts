import * as v from 'valibot';

/** A card number, typed or scanned, or the text of the signed QR code of a digital card. */
export const CardText = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(400));
