import { BrowserWindow, nativeTheme, screen } from 'electron';
import { pageAddress } from './addresses.ts';
import { guardContents } from './guards.ts';
import type { MemoryFile } from '../hosting/memory.ts';
import { openingBounds, smallest } from './window-bounds.ts';

/** Opens a window on the page. It shows once there is something to see. */
export function openWindow(options: {
  readonly preload: string;
  readonly memory: MemoryFile;
}): BrowserWindow {
  const { memory } = options;
  const remembered = memory.read().window;
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...cascaded(openingBounds(remembered?.bounds, areas)),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: {
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
    },
  });
  guardContents(window.webContents);
  if (remembered?.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    memory.write({ window: { bounds: window.getNormalBounds(), maximised: window.isMaximized() } }),
  );
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') window.webContents.reload();
  });
  void window.loadURL(pageAddress);
  return window;
}

/** Brings a window to the front, from the task bar if need be. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** A second window stands a little beside the first. */
function cascaded<B extends { x?: number; y?: number }>(bounds: B): B {
  const top = BrowserWindow.getFocusedWindow()?.getNormalBounds();
  return top ? { ...bounds, x: top.x + 32, y: top.y + 32 } : bounds;
}
