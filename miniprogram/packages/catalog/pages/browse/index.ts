import { open, setTitle } from '../../../../platform/navigate';
import { decoded, routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import type { Tap } from '../../../../platform/tap';
import { browseWording } from '../../../../wording/zh-CN/catalog/browse';
import { clcClasses } from '../../../../wording/zh-CN/catalog/clc-classes';

const mainClasses = clcClasses.map(({ clc, name, hint }) => ({ clc, name, hint }));

/** The divisions of one main class, the whole class first; the 22 main classes when none is named. */
function classesUnder(clc: string) {
  const main = clcClasses.find((candidate) => candidate.clc === clc);
  if (main === undefined) return { title: '', classes: mainClasses };
  const whole = { clc, name: browseWording.wholeClass(main.name), hint: main.hint };
  return { title: main.name, classes: [whole, ...main.subclasses] };
}

StorePage({
  store: ({ clc }) => classesUnder(decoded(clc)),
  fields: { isMain: ({ title }) => title === '', classes: ({ classes }) => classes },
  data: { wording: browseWording, classes: [] },
  methods: {
    onLoad() {
      if (this.store.title !== '') setTitle(this.store.title);
    },
    onShareAppMessage() {
      const { title, classes } = this.store;
      const clc = title === '' ? undefined : classes[0]?.clc;
      return { title: title || browseWording.shareTitle, path: routes.browse(clc) };
    },
    open({ currentTarget }: Tap<{ clc: string }>) {
      const { clc } = currentTarget.dataset;
      open(this.store.title === '' ? routes.browse(clc) : routes.results({ clc }));
    },
  },
});
