/** What the platform hands to a function that a timer starts; `Time` is in UTC, to the second. */
export const timerEvent = (triggerName: string, at: Date) => ({
  Type: 'Timer',
  TriggerName: triggerName,
  Time: at.toISOString().replace(/\.\d{3}Z$/, 'Z'),
  Message: '',
});
