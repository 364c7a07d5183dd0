//! Every file of a drop, those inside dropped folders too.

/** Must be called in the drop event itself: a moment later the browser has emptied `transfer`. */
export async function filesDropped(transfer: DataTransfer): Promise<File[]> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const found = items.map((item) => ({ file: item.getAsFile(), folder: folderOf(item) }));
  const files = await Promise.all(
    found.map(({ file, folder }) => {
      if (folder) return filesIn(folder);
      return file ? [file] : [];
    }),
  );
  return files.flat();
}

function folderOf(item: DataTransferItem): FileSystemDirectoryEntry | null {
  const entry = item.webkitGetAsEntry();
  return entry?.isDirectory ? (entry as FileSystemDirectoryEntry) : null;
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const files: File[] = [];
  // A reader hands out a hundred entries at a time, and none when it is done.
  for (let batch = await read(reader); 0 < batch.length; batch = await read(reader)) {
    for (const entry of batch) {
      if (entry.isDirectory) files.push(...(await filesIn(entry as FileSystemDirectoryEntry)));
      else files.push(await withPath(entry as FileSystemFileEntry));
    }
  }
  return files;
}

function read(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

/** The path tells the engine as much as the name, so it becomes the name. The bytes are not copied. */
async function withPath(entry: FileSystemFileEntry): Promise<File> {
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  return new File([file], entry.fullPath.replace(/^\//, ''), { type: file.type, lastModified: file.lastModified });
}
