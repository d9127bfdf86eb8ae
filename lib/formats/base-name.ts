/** The last part of a path, whichever way its slashes lean: no name can point outside its folder. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
