/** What happened and what to do, for a place on the screen that stays empty because of it. */
export type Failure = { readonly title: string; readonly advice: string };

/** A record that decides was edited by hand so that nobody can tell what it says: staff have to mend it. */
export const recordDamaged: Failure = {
  title: '馆里的记录有一处要先核对',
  advice: '请告诉服务台，核对好就能办理',
};
