type AppDefinition = Record<string, unknown>;

/** The object given to App(), and its life cycle. */
export class AppInstance {
  private definition: AppDefinition = {};

  /** Defines the globals App and getApp. */
  install(): void {
    Object.assign(globalThis, {
      App: (definition: AppDefinition) => {
        this.definition = definition;
      },
      getApp: () => this.definition,
    });
  }

  call(handler: string, argument?: unknown): void {
    const method = this.definition[handler];
    if (typeof method !== 'function') return;
    try {
      method.call(this.definition, argument);
    } catch (error) {
      reportError(error);
    }
  }
}
