/** The time now; the composition root gives it, so that tests and the workbench can set it. */
export type Clock = () => Date;
