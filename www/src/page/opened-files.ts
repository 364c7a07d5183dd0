//! Files that the system opens with the installed app.

export function watchOpenedFiles(take: (files: readonly File[]) => void): void {
  window.launchQueue?.setConsumer(async ({ files }) => {
    const opened = await Promise.all(files.map((handle) => handle.getFile()));
    if (0 < opened.length) take(opened);
  });
}
