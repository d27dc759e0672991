const WHAT_TO_DO = new Map<string, (file: string) => string>([
  [
    'EACCES',
    file => `${file} cannot be reached by this user. Give this user permission to it and to its folder.`,
  ],
  [
    'EPERM',
    file => `${file} cannot be changed by this user. Give this user permission to it and to its folder.`,
  ],
  [
    'ENOTDIR',
    file =>
      `${file} leads through something that is not a folder. Correct the path, or move that file aside.`,
  ],
  ['EISDIR', file => `${file} is a folder, where a file should be. Move it aside, or name a file.`],
  ['ENOENT', file => `${file} does not exist and cannot be made there. Correct the path.`],
  ['ENOSPC', file => `The disk that holds ${file} is full. Make room on it, then try again.`],
  [
    'EDQUOT',
    file => `The space that this user may fill on the disk of ${file} is used up. Make room, then try again.`,
  ],
  ['EROFS', file => `${file} lies on a disk that can only be read. Name another folder.`],
])

/** Tells an administrator in one line what to do about an error of the file system; null for any other error. */
export function fileFaultMessage(error: unknown): string | null {
  const { code, path, dest } = (error ?? {}) as NodeJS.ErrnoException & { dest?: string }
  const file = dest ?? path
  return code && file ? (WHAT_TO_DO.get(code)?.(file) ?? null) : null
}

/** The same error with the name of its file, which an error of an open file or of a stream lacks. */
export function ofFile(error: unknown, file: string): unknown {
  if (error instanceof Error && 'code' in error && !('path' in error)) Object.assign(error, { path: file })
  return error
}
