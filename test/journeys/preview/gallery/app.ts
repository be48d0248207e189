import { journal } from './stores/journal';

App({
  journal,
  onLaunch(options) {
    journal.push(`app onLaunch ${options.path}`);
  },
  onShow() {
    journal.push('app onShow');
  },
});
