//! Reminders as a calendar file (RFC 5545). Nothing of the case is in it but the names of steps.

export interface Reminder {
  /** Stays the same, so that taking the file in again changes the entry and does not double it. */
  readonly id: string;
  /** `2026-11-24`, a whole day. */
  readonly day: string;
  readonly summary: string;
  readonly about: string;
  readonly repeats: 'never' | 'monthly';
}

/** Longest line in bytes, without its end. */
const LINE_BYTES = 75;

export function calendar(reminders: readonly Reminder[], made: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mioboe//Mioboe//EN',
    'CALSCALE:GREGORIAN',
    ...reminders.flatMap((reminder) => event(reminder, stamp(made))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** The day a month later, on a day that every month has. */
export function aMonthLater(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const next = new Date(Date.UTC(year, month, Math.min(date, 28)));
  return next.toISOString().slice(0, 10);
}

function event({ id, day, summary, about, repeats }: Reminder, made: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}@mioboe.invalid`,
    `DTSTAMP:${made}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escape(summary)}`,
    `DESCRIPTION:${escape(about)}`,
    ...(repeats === 'monthly' ? ['RRULE:FREQ=MONTHLY'] : []),
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escape(summary)}`,
    // A deadline is told the day before, at nine; the monthly check on its day.
    `TRIGGER:${repeats === 'monthly' ? 'PT9H' : '-PT15H'}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

function escape(text: string): string {
  return text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    // Other controls are not allowed in a calendar at all.
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

/** Long lines go on after a line end and a space; no character is cut in two. */
function fold(line: string): string {
  const size = (text: string) => new TextEncoder().encode(text).length;
  const parts = [''];
  let room = LINE_BYTES;
  for (const character of line) {
    const bytes = size(character);
    if (room < bytes) {
      parts.push('');
      room = LINE_BYTES - 1;
    }
    parts[parts.length - 1] += character;
    room -= bytes;
  }
  return parts.join('\r\n ');
}

/** `20261122T120000Z`. */
function stamp(made: Date): string {
  return `${made.toISOString().replace(/[-:]|\.\d+/g, '')}`;
}
