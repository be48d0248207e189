/** A card number as it is printed on the card: letters, digits and hyphens. */
export const cardNumberPattern = /^[A-Za-z0-9-]{3,32}$/;
