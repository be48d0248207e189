/** A text as one types it: its no-break spaces are ordinary ones. */
export const plainSpaces = (text: string): string => text.replaceAll('\u00A0', ' ');
