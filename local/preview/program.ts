/**
 * What the build hands to the browser: the mini program's configuration, its components in the order in which
 * they must be defined, its compiled templates and its style sheets. Paths have no extension and no leading slash.
 */
export interface Program {
  app: AppConfig;
  /** theme.json: per theme, the value of each `@name` used in app.json or in a page's JSON. */
  theme: { light: Record<string, string>; dark: Record<string, string> };
  components: Record<string, ProgramComponent>;
  /** The template compiler's output, by path. */
  templates: () => Record<string, unknown>;
  /** Style sheets by component path; `app` is app.wxss. */
  styles: Record<string, string>;
  runApp: () => void;
  taro: {
    /** Each defines one of Taro's custom elements. */
    elements: (() => void)[];
    createAnimation: (options?: object) => object;
  };
}

export interface ProgramComponent {
  config: ComponentConfig;
  isPage: boolean;
  /** Prefix of the component's class names (`scope--name`); empty where classes are shared with the page. */
  styleScope: string;
  run: () => void;
}

export interface AppConfig {
  pages: string[];
  window: WindowConfig;
  tabBar?: TabBarConfig;
  darkmode?: boolean;
}

export interface WindowConfig {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: string;
  navigationStyle?: string;
  backgroundColor?: string;
  backgroundTextStyle?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
}

export interface TabBarConfig {
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: string;
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
}

export interface ComponentConfig extends WindowConfig {
  component?: boolean;
  usingComponents: Record<string, string>;
  componentGenerics?: Record<string, unknown>;
  componentPlaceholder?: Record<string, string>;
  styleIsolation?: string;
  addGlobalClass?: boolean;
  disableScroll?: boolean;
}
