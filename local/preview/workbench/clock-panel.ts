import type { CallReport, ClockReading } from '../../cloud/workbench/replies';
import { element } from '../runtime/frame/element';
import { postJson } from './cloud';
import { action, Notice, panel } from './controls';
import { words } from './wording';

/** A run between two sweeps does one job; none is due so often that this is not the end. */
const mostRuns = 30;

/** The cloud's clock, which the phone follows: shown by the second, moved, set and put back. */
export class ClockPanel {
  readonly element: HTMLElement;
  private offsetMs = 0;
  private readonly face = element('output', { className: 'clock-face' });
  private readonly state = element('span', { className: 'clock-state' });
  private readonly field = element('input', {
    type: 'datetime-local',
    step: '1',
    ariaLabel: words.clock.set,
  });
  private readonly notice = new Notice();

  constructor() {
    const { minutes, hour, day, set, reset, runJobs, title } = words.clock;
    const buttons = element(
      'div',
      { className: 'buttons' },
      action(minutes, () => this.move({ advance: '5m' })),
      action(hour, () => this.move({ advance: '1h' })),
      action(day, () => this.move({ advance: '1d' })),
      action(reset, () => this.move({ reset: true })),
    );
    const setting = element(
      'div',
      { className: 'buttons' },
      this.field,
      action(set, () => this.set()),
    );
    const jobs = element(
      'div',
      { className: 'buttons' },
      action(runJobs, () => this.runJobs()),
    );
    this.element = panel(title, this.face, this.state, buttons, setting, jobs, this.notice.element);
    setInterval(() => this.draw(), 1000);
  }

  show(offsetMs: number): void {
    this.offsetMs = offsetMs;
    this.draw();
  }

  private async set(): Promise<void> {
    const { value } = this.field;
    const time = new Date(`${value}+08:00`);
    if (!Number.isNaN(time.getTime())) await this.move({ set: time.toISOString() });
    else if (value !== '') this.notice.tell(words.clock.notATime, true);
  }

  private async move(change: object): Promise<void> {
    await this.notice.attempt(async () => {
      const { offsetMs } = await postJson<ClockReading>('clock', change);
      this.show(offsetMs);
    });
  }

  /** Runs the sweep and whatever else is due, without moving the clock: whoever waits for a job need not. */
  private async runJobs(): Promise<void> {
    await this.notice.attempt(async () => {
      await this.fire('every-five-minutes');
      for (let run = 0; run < mostRuns && (await this.fire('between-sweeps')); run += 1);
      this.notice.tell(words.clock.jobsRan);
    });
  }

  /** Whether a job ran. */
  private async fire(trigger: string): Promise<boolean> {
    const { error, result } = await postJson<CallReport>(`timers/scheduler/${trigger}`, {});
    if (error !== undefined) throw new Error(error.errMsg);
    return JSON.stringify(result).includes('"done"');
  }

  private draw(): void {
    const now = new Date(Date.now() + this.offsetMs);
    this.face.textContent = now.toLocaleString('zh-CN', {
      dateStyle: 'full',
      timeStyle: 'medium',
      timeZone: 'Asia/Shanghai',
    });
    this.state.textContent = this.offsetMs === 0 ? words.clock.real : words.clock.moved;
    this.state.classList.toggle('moved', this.offsetMs !== 0);
  }
}
