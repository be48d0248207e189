import { failureNote } from '../../../../format/block-notes';
import { openTab } from '../../../../platform/navigate';
import { say } from '../../../../platform/notify';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import type { BecomingField } from '../../../../stores/staff/becoming-staff';
import { openBecomingStaff } from '../../../../stores/index';
import { becomeStaffWording } from '../../../../wording/zh-CN/staff/staff-page';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: BecomingField }>;

StorePage({
  store: openBecomingStaff,
  fields: {
    code: (store) => store.code,
    name: (store) => store.name,
    codeFault: (store) => (store.fault === 'code' ? becomeStaffWording.faults.code : ''),
    nameFault: (store) => (store.fault === 'name' ? becomeStaffWording.faults.name : ''),
    isBusy: (store) => store.becoming.isBusy,
    failure: (store) => failureNote('membership.becomeStaff', store.becoming.failure),
  },
  data: { wording: becomeStaffWording, code: '', name: '', codeFault: '', nameFault: '' },
  methods: {
    type({ detail, currentTarget }: Typed) {
      this.store.type(currentTarget.dataset.field, detail.value);
    },
    async become() {
      const role = await this.store.become();
      if (role === null) return;
      say(becomeStaffWording.done[role]);
      openTab(routes.me());
    },
  },
});
