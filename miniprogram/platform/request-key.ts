const piece = (): string => Math.random().toString(36).slice(2, 12).padEnd(10, '0');

/** A key that no other request has: the phone's instant and two random pieces, 30 characters at most. */
export const newRequestKey = (): string => `${Date.now().toString(36)}-${piece()}${piece()}`;
