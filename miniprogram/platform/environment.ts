/**
 * The cloud environment that this mini program talks to: the one place where its id stands, as the cloud console
 * shows it (`library-1a2b3c`). Left empty, WeChat takes the environment that the appid's owner opened first.
 */
export const cloudEnvironment = '';
