/** Hot searches look back so many days, today included; what is older is forgotten. */
export const hotDays = 7;
