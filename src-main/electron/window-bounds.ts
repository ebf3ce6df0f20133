/** A rectangle on the desktop, in device-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest window whose screens are designed. */
export const smallest = { width: 1_024, height: 640 };

const usual = { width: 1_280, height: 800 };

/** How much (px) of the title bar must be on a display for the window to be grasped. */
const graspable = { width: 160, height: 32 };

/**
 * Where the window opens: as remembered, cut to the display it is on; the usual size in the middle when nothing is
 * remembered or its display is gone (`x` and `y` absent: the system centres it).
 */
export function openingBounds(
  remembered: Rectangle | undefined,
  workAreas: readonly Rectangle[],
): { width: number; height: number; x?: number; y?: number } {
  const area = remembered && workAreas.find((display) => isGraspable(remembered, display));
  if (remembered === undefined || area === undefined) return usual;
  return {
    x: remembered.x,
    y: Math.max(remembered.y, area.y),
    width: Math.max(smallest.width, Math.min(remembered.width, area.width)),
    height: Math.max(smallest.height, Math.min(remembered.height, area.height)),
  };
}

function isGraspable(window: Rectangle, area: Rectangle): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const top = window.y >= area.y - graspable.height && window.y <= area.y + area.height - graspable.height;
  return width >= graspable.width && top;
}
