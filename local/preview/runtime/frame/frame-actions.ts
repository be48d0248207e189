/** What the frame's buttons do. */
export interface FrameActions {
  back: () => void;
  home: () => void;
  menu: () => void;
  openTab: (path: string) => void;
}
