import { type BaseWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { HostCommand } from '../../src-shared/host.ts';
import type { Words } from './words.ts';

/**
 * The native menu. Its items only emit commands; the page knows what they do. Accelerators of commands are shown but
 * not registered, because the page handles those keys itself (macOS registers every accelerator it shows, but only
 * after the page let the key pass).
 */
export function buildMenu(options: {
  readonly words: Words;
  readonly packaged: boolean;
  /** `window` is the one whose menu it was, where there is one. */
  readonly command: (command: HostCommand, window: BaseWindow | undefined) => void;
  readonly newWindow: () => void;
}): Menu {
  const { words } = options;
  const item = (command: HostCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label: words[command],
    click: (_item, window) => options.command(command, window),
    registerAccelerator: false,
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const development: MenuItemConstructorOptions[] = options.packaged
    ? []
    : [line, { role: 'reload' }, { role: 'toggleDevTools' }];

  return Menu.buildFromTemplate([
    {
      label: words.file,
      submenu: [
        item('new'),
        { label: words.newWindow, click: options.newWindow },
        line,
        item('import'),
        item('export'),
        item('backup'),
        line,
        item('settings'),
        line,
        { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        item('undo', 'CmdOrCtrl+Z'),
        item('redo', 'CmdOrCtrl+Shift+Z'),
        line,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
        line,
        item('find', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'resetZoom', label: words.resetZoom },
        line,
        { role: 'togglefullscreen', label: words.fullScreen },
        ...development,
      ],
    },
    { label: words.help, submenu: [item('keys'), item('about')] },
  ]);
}
