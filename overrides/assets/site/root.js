// Root: the addresses of this site's own pages and files, online and in a copy on a disk.

export const root = new URL("../../", import.meta.url)

export const isOnDisk = location.protocol === "file:"

/**
 * The whole address of a page or file. On a disk no server looks for the index of a folder.
 * @param {string} address as `trainings/` or `search/#lists`
 */
export function addressOf(address) {
  const url = new URL(address, root)
  if (isOnDisk && url.pathname.endsWith("/")) url.pathname += "index.html"
  return url.href
}
