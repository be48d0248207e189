/** Whether the patron came to the search tab to type: WeChat hands a tab page no address to say so. */
export class SearchEntry {
  private isWanted = false;

  askForTyping(): void {
    this.isWanted = true;
  }

  /** Whether typing was asked for since the last time this was taken. */
  take(): boolean {
    const wanted = this.isWanted;
    this.isWanted = false;
    return wanted;
  }
}
