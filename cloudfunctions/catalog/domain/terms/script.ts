/** What the rules of search need to know of Chinese writing; the dictionaries come from outside. */
export type Script = {
  /** Traditional characters as simplified ones, wording by wording. */
  simplify(text: string): string;
  /**
   * For each character of a text of Chinese characters the syllables it may be read as, without tones, the one
   * meant here first: 重庆 → [[chong, zhong], [qing]].
   */
  readings(text: string): readonly (readonly string[])[];
};
