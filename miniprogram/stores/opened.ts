import { makeAutoObservable } from 'mobx-miniprogram';

/** Which of a page's things is open on a sheet. It stays known while the sheet slides away. */
export class Opened {
  id: string | null = null;
  isOpen = false;

  constructor() {
    makeAutoObservable(this, {}, { autoBind: true });
  }

  open(id: string): void {
    this.id = id;
    this.isOpen = true;
  }

  close(): void {
    this.isOpen = false;
  }
}
