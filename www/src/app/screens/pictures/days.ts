//! Days as places on a scale. A day is midnight UTC here and nowhere means a time.

import { utcDay, utcMonth, utcTicks } from 'd3-time';

export function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function dayOfDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** `2026-09` and 2 to `2026-11`. */
export function monthAfter(month: string, by: number): string {
  return dayOfDate(utcMonth.offset(dateOf(`${month}-01`), by)).slice(0, 7);
}

export function daysAfter(date: Date, by: number): Date {
  return utcDay.offset(date, by);
}

export interface DayScale {
  /** Where the day begins. */
  (date: Date): number;
  readonly ticks: (count: number) => Date[];
}

/** Days from `from` up to `to` on `width` pixels, with `edge` free on both sides. What lies outside stands at the edge. */
export function dayScale(from: Date, to: Date, width: number, edge: number): DayScale {
  const room = width - 2 * edge;
  const place = (date: Date) => edge + room * Math.min(1, Math.max(0, (date.getTime() - from.getTime()) / (to.getTime() - from.getTime())));
  return Object.assign(place, { ticks: (count: number) => utcTicks(from, to, count) });
}
