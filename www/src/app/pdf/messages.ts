//! What the app and the reader of PDFs say to each other. A reader reads one PDF and is ended.

export interface ToPdfReader {
  readonly bytes: ArrayBuffer;
  /** Used for opening the file and for nothing else. */
  readonly password: string | null;
}

export type FromPdfReader =
  /** Pieces of text with their places, as `crates/ingest/src/formats/paper.rs` describes them. */
  | { readonly type: 'pdf-text'; readonly text: string }
  | { readonly type: 'pdf-locked' }
  | { readonly type: 'pdf-failed'; readonly why: 'broken' | 'too-large' };
