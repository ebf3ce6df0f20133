import { statfsSync } from 'node:fs';
import { homedir } from 'node:os';
import type { ArchivePlace } from '../../../src-shared/archive-state.ts';

/** Names of folders that programs keep in step with a server, and the program's name as its users know it. */
const syncedNames: readonly (readonly [RegExp, string])[] = [
  [/^onedrive(?: ?[-–(].*)?$/iu, 'OneDrive'],
  [/^(?:我的)?坚果云(?:盘)?$|^nutstore(?: files)?$/iu, '坚果云'],
  [/^百度(?:网盘|云)(?:同步空间|同步盘)?$|^baidu(?:syncdisk|netdiskworkspace|yundownload)$/iu, '百度网盘'],
  [/^(?:阿里云盘|aliyundrive|adrive)(?:同步)?$/iu, '阿里云盘'],
  [/^(?:腾讯)?微云(?:同步助手|同步盘)?$|^weiyun$/iu, '微云'],
  [/^wps ?(?:云盘|云文档|cloud files?|drive)$/iu, 'WPS 云盘'],
  [/^dropbox(?: \(.*\))?$/iu, 'Dropbox'],
  [/^(?:icloud ?drive|com~apple~clouddocs)$/iu, 'iCloud'],
  [/^(?:google ?drive|googledrive.*|my drive|我的云端硬盘)$/iu, 'Google Drive'],
];

/** File systems that lie on another computer, by the number that `statfs` gives them (linux/magic.h). */
const networkFileSystems: ReadonlySet<number> = new Set([
  0x69_69, // NFS
  0x51_7b, // SMB
  0xff_53_4d_42, // CIFS
  0xfe_53_4d_42, // SMB2 and 3
  0x01_02_19_97, // 9P: shared folders of virtual machines
  0x56_4c, // NCP
  0x53_46_41_4f, // AFS
]);

interface System {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  /** The file system's number; null where there is none. */
  fileSystem(folder: string): number | null;
}

const thisSystem: System = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  fileSystem(folder) {
    try {
      return statfsSync(folder).type;
    } catch {
      return null;
    }
  },
};

/**
 * Whether a folder is one that a program keeps in step with a server, or lies on another computer. Both take, lock or
 * replace the archive's file while it is written: an owner should know. Null for an ordinary folder of this computer, as far as
 * that can be told: Windows does not say of a drive letter that it stands for a share.
 */
export function placeOf(folder: string, system: System = thisSystem): ArchivePlace | null {
  const synced = syncedBy(folder, system);
  if (synced !== null) return { kind: 'synced', by: synced };
  return isOnNetwork(folder, system) ? { kind: 'network' } : null;
}

function syncedBy(folder: string, { env, platform, home }: System): string | null {
  const roots = [env['OneDrive'], env['OneDriveCommercial'], env['OneDriveConsumer']];
  if (roots.some((root) => root !== undefined && isWithin(folder, root, platform))) return 'OneDrive';
  // A user may be called Dropbox; what lies above the home folder is nobody's synced folder.
  const below = isWithin(folder, home, platform) ? folder.slice(home.length) : folder;
  for (const part of below.split(/[\\/]/u)) {
    const found = syncedNames.find(([name]) => name.test(part));
    if (found) return found[1];
  }
  return null;
}

function isWithin(folder: string, root: string, platform: NodeJS.Platform): boolean {
  const plain = (path: string): string => {
    const slashed = path.replaceAll('\\', '/').replace(/\/+$/u, '');
    return platform === 'linux' ? slashed : slashed.toLowerCase();
  };
  return root !== '' && `${plain(folder)}/`.startsWith(`${plain(root)}/`);
}

function isOnNetwork(folder: string, { platform, fileSystem }: System): boolean {
  if (platform === 'win32') return /^(?:\\\\|\/\/)(?![?.][\\/])|^\\\\\?\\UNC\\/iu.test(folder);
  const type = fileSystem(folder);
  return platform === 'linux' && type !== null && networkFileSystems.has(type >>> 0);
}
