import type { Device } from '../device/device';
import { words } from '../wording';
import { byId } from './element';

/** The library's readers are in China, wherever the browser is. */
const timeOfDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
});

/** The strip above the navigation bar: the phone's own time, which the workbench can move, and its network. */
export class StatusBar {
  private readonly device: Device;

  constructor(device: Device) {
    this.device = device;
    setInterval(() => this.update(), 1000);
  }

  update(): void {
    byId('status-time').textContent = timeOfDay.format(new Date());
    byId('status-network').textContent = this.device.settings.online ? '5G' : words.noNetwork;
  }
}
