import { expect, test } from 'vitest';
import { openingBounds } from '../../src-main/electron/window-bounds.ts';

const laptop = { x: 0, y: 0, width: 1_920, height: 1_040 };
const right = { x: 1_920, y: -200, width: 2_560, height: 1_400 };
const usual = { width: 1_280, height: 800 };

test('without a memory the window has its usual size in the middle', () => {
  expect(openingBounds(undefined, [laptop])).toEqual(usual);
});

test('a window opens where it was, on whichever display', () => {
  const there = { x: 2_000, y: -100, width: 1_600, height: 1_000 };
  expect(openingBounds(there, [laptop, right])).toEqual(there);
});

test('a window whose display is gone opens in the middle', () => {
  expect(openingBounds({ x: 2_000, y: 0, width: 1_600, height: 1_000 }, [laptop])).toEqual(usual);
  expect(openingBounds({ x: 100, y: 1_035, width: 1_600, height: 1_000 }, [laptop])).toEqual(usual);
  expect(openingBounds({ x: -1_500, y: 0, width: 1_600, height: 1_000 }, [laptop])).toEqual(usual);
});

test('a window that is larger than its display is cut to it, and its title bar stays in reach', () => {
  expect(openingBounds({ x: -10, y: -20, width: 4_000, height: 3_000 }, [laptop])).toEqual({
    x: -10,
    y: 0,
    width: 1_920,
    height: 1_040,
  });
});

test('a window is never smaller than its screens can be used', () => {
  expect(openingBounds({ x: 10, y: 10, width: 200, height: 100 }, [laptop])).toEqual({
    x: 10,
    y: 10,
    width: 1_024,
    height: 640,
  });
});
