//! Reminders as a calendar file (RFC 5545). Nothing of the case is in it but the names of steps.

import { plainText } from '../../plain-text';

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

/** From the midnight that the day begins with. */
const THE_DAY_BEFORE = { trigger: '-PT15H', hours: -15 };
const ON_THE_DAY = [{ trigger: 'PT9H', hours: 9 }];

export function calendar(reminders: readonly Reminder[], made: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mioboe//Mioboe//EN',
    'CALSCALE:GREGORIAN',
    ...reminders.flatMap((reminder) => event(reminder, made)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function event(reminder: Reminder, made: Date): string[] {
  const { id, day, summary, about, repeats } = reminder;
  return [
    'BEGIN:VEVENT',
    `UID:${id}@mioboe.invalid`,
    `DTSTAMP:${stamp(made)}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escape(summary)}`,
    `DESCRIPTION:${escape(about)}`,
    ...(repeats === 'monthly' ? ['RRULE:FREQ=MONTHLY'] : []),
    'TRANSP:TRANSPARENT',
    ...alarm(reminder, made),
    'END:VEVENT',
  ];
}

/** At nine: of a deadline the day before or, where that is over, on the day; of the monthly check on its day. None where both are over. */
function alarm({ day, summary, repeats }: Reminder, made: Date): string[] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const triggers = repeats === 'monthly' ? ON_THE_DAY : [THE_DAY_BEFORE, ...ON_THE_DAY];
  const next = triggers.find(({ hours }) => made < new Date(year, month - 1, date, hours));
  return next ? ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escape(summary)}`, `TRIGGER:${next.trigger}`, 'END:VALARM'] : [];
}

function escape(text: string): string {
  return plainText(text)
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
