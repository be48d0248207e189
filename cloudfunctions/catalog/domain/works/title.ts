import { beginsWithHan } from '../terms/normal-text';

const bracketed = /[（([【〔［｛{<〈][^（(【〔［｛{〈）)\]】〕］｝}>〉]*[）)\]】〕］｝}>〉]/gu;
const subtitleMark = /[:：∶]|——|--|\s[/=|]\s/u;
const quotes = /[《》「」『』“”"]/gu;

/** What stands in brackets (a volume, an edition, a series) tells editions apart, not works. */
const withoutBrackets = (title: string): string => title.replaceAll(bracketed, ' ').trim();

/**
 * The title proper: without brackets and without the subtitle. A Latin title keeps its subtitle where what stands
 * before the colon is one or two words: there it often names the series, as in "Star Wars: Heir to the Empire".
 */
export const mainTitle = (title: string): string => {
  const bare = withoutBrackets(title.normalize('NFKC').replaceAll(quotes, ' ')) || title;
  const [head = ''] = bare.split(subtitleMark, 1);
  const words = head.trim().split(/\s+/);
  const keepsSubtitle = !beginsWithHan(head.trim()) && words.length <= 2;
  return (head.trim() === '' || keepsSubtitle ? bare : head).trim();
};
