import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A script of the tests in a Node of its own, killed after the test at the latest. */
export function runChild(script: URL, args: readonly string[], as?: { user: number }): ChildProcess {
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', fileURLToPath(script), ...args];
  const [command = '', ...rest] = as
    ? ['setpriv', `--reuid=${as.user}`, `--regid=${as.user}`, '--clear-groups', ...node]
    : node;
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Waits until the child has written a line that begins so, and answers the line. */
export function lineOf(child: ChildProcess, beginning: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const line = text.split('\n').find((each) => each.startsWith(beginning));
      if (line !== undefined) resolve(line);
    });
    child.on('exit', (code) => reject(new Error(`the child ended with ${code} after: ${text}`)));
  });
}

/** Kills the child as a power switch does, and waits until it is gone. */
export async function killChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
