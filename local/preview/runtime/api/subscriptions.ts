import { askConsent } from '../frame/dialogs';
import { element } from '../frame/element';
import { ApiFailure, defineApi } from './define-api';
import { words } from '../wording';

/** wx.requestSubscribeMessage: a sheet with one switch per template. */
export function subscriptionsApi() {
  return {
    requestSubscribeMessage: defineApi<{ tmplIds: string[] }>(
      'requestSubscribeMessage',
      async ({ tmplIds = [] }) => {
        if (tmplIds.length === 0) throw new ApiFailure("TmplIds can't be empty", { errCode: 20003 });
        if (tmplIds.length > 3) throw new ApiFailure('TmplIds exceed the max count', { errCode: 20003 });
        const choices = tmplIds.map((id) => ({
          id,
          box: element('input', { type: 'checkbox', checked: true }),
        }));
        const list = element('div', {}, ...choices.map(({ id, box }) => row(id, box)));
        const allowed = await askConsent(words.subscribe, list, words.allow, words.cancel);
        return Object.fromEntries(
          choices.map(({ id, box }) => [id, allowed && box.checked ? 'accept' : 'reject']),
        );
      },
    ),
  };
}

function row(id: string, box: HTMLInputElement): HTMLElement {
  return element('label', { className: 'choice' }, box, ` ${id}`);
}
