//! Files out of a paste.

/** Pasted files, or pasted text as a file of its own. */
export function pastedFiles(transfer: DataTransfer, name: string): File[] {
  if (transfer.files.length) return [...transfer.files];
  const text = transfer.getData('text/plain').trim();
  return text ? [new File([text], name, { type: 'text/plain' })] : [];
}
