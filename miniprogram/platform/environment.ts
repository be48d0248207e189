/**
 * The cloud environment that this mini program talks to, by its id as the cloud console shows it (`library-1a2b3c`).
 * `envId` in cloudbaserc.json, by which functions are deployed, must be the same; a test holds them together. Left
 * empty, WeChat takes the environment that the appid's owner opened first.
 */
export const cloudEnvironment = '';
