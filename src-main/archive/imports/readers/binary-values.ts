/** A number squeezed into 30 bits (RkNumber): an integer or the upper half of a double, perhaps times a hundred. */
export function rkNumber(rk: number): number {
  let value = rk >> 2;
  if ((rk & 2) === 0) {
    const double = Buffer.alloc(8);
    double.writeInt32LE(rk & ~3, 4);
    value = double.readDoubleLE();
  }
  return (rk & 1) === 0 ? value : value / 100;
}

const errorNames = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/** The name of an error by its number in binary workbooks, .xls and .xlsb alike. */
export const errorName = (code: number): string => errorNames.get(code) ?? '#N/A';
