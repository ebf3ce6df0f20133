import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The one accent. Shade 7 carries white text, shade 3 stands on dark, both with contrast AA. */
const teal: MantineColorsTuple = [
  '#ebf6f5',
  '#d5ebe9',
  '#abd8d4',
  '#7cc4be',
  '#4fb0a9',
  '#2f9d95',
  '#1a857e',
  '#0b6f69',
  '#075a55',
  '#044642',
];

/** Greys with a little warmth. */
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ef',
  '#ebe8e3',
  '#ddd9d2',
  '#c8c2b9',
  '#9c958a',
  '#665f57',
  '#4b4640',
  '#35312d',
  '#221f1c',
];

const dark: MantineColorsTuple = [
  '#d9d6d1',
  '#bdb9b3',
  '#a29d96',
  '#75706a',
  '#4a4642',
  '#3c3936',
  '#302d2b',
  '#262422',
  '#1e1c1b',
  '#161514',
];

/** Danger: shade 7 carries white text in both modes. */
const red: MantineColorsTuple = [
  '#fdf0ee',
  '#fbdcd8',
  '#f5b8b1',
  '#ee9087',
  '#e56a5f',
  '#d94b40',
  '#c93529',
  '#b42318',
  '#93190f',
  '#741108',
];

const font = '"PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", system-ui, sans-serif';

/**
 * In ms. A dialog that is closed goes with the key that closed it: while it faded, or was taken away one step later, it would
 * take the next keys, and stand beside the one after it. It comes by an animation of styles.css.
 */
const dialogTransition = { duration: 0 };

/** Sizes, colours and defaults of all screens; see styles.css for the signs and tags. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 7 },
  colors: { teal, gray, dark, red },
  black: '#221f1c',
  fontFamily: font,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.5' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '32px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  headings: {
    fontFamily: font,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
      h4: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: false,
  components: {
    Modal: {
      styles: { title: { fontSize: '16px', fontWeight: 600 } },
      defaultProps: {
        centered: true,
        transitionProps: dialogTransition,
        overlayProps: { backgroundOpacity: 0.4 },
      },
    },
    Menu: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 80 } } },
    Select: {
      defaultProps: { comboboxProps: { transitionProps: { duration: 80 } }, checkIconPosition: 'right' },
    },
    InputWrapper: { styles: { description: { fontSize: '12px' } } },
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Paper: { defaultProps: { radius: 'md' } },
    Anchor: { defaultProps: { underline: 'hover' } },
  },
});

/** What Mantine's own variables must be so that text keeps contrast AA on our greys in both modes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': '#736c63',
    '--mantine-color-anchor': teal[7],
    '--mantine-color-default-border': gray[4],
    '--mantine-color-error': '#b42318',
  },
  dark: {
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': '#96918a',
    '--mantine-color-anchor': teal[3],
    '--mantine-color-default-border': dark[4],
    '--mantine-color-error': '#f2938a',
    '--mantine-color-teal-light': 'oklch(0.34 0.045 190)',
    '--mantine-color-teal-light-hover': 'oklch(0.38 0.05 190)',
    '--mantine-color-teal-light-color': teal[2],
  },
});
