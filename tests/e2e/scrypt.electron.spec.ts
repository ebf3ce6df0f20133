import { expect, test } from './support/app.ts';

test('Electron’s own crypto derives what RFC 7914 says, with the memory that passwords take', async ({
  app,
}) => {
  const derive = (password: string, salt: string, N: number, r: number, p: number): Promise<string> =>
    app.electron.evaluate(
      (_electron, [password, salt, N, r, p]) =>
        new Promise<string>((resolve, reject) => {
          const { scrypt } = process.getBuiltinModule('node:crypto');
          scrypt(password, salt, 32, { N, r, p, maxmem: 2 ** 28 }, (error, key) =>
            error ? reject(error) : resolve(key.toString('hex')),
          );
        }),
      [password, salt, N, r, p] as const,
    );
  expect(await derive('password', 'NaCl', 1024, 8, 16)).toBe(
    'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162',
  );
  expect(await derive('pleaseletmein', 'SodiumChloride', 16_384, 8, 1)).toBe(
    '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2',
  );
  // What a password costs at the least, in 128 MiB.
  const usual = await derive('西湖的水 和 长江的风', 'salt', 2 ** 17, 8, 1);
  expect(usual).toMatch(/^[0-9a-f]{64}$/u);
  expect(await derive('西湖的水 和 长江的风', 'salt', 2 ** 17, 8, 1)).toBe(usual);
});
