//! An invented household to try the page with. Nobody's card, order or address.

import orders from './Order History.csv?raw';
import october from './enavi202610(0000).csv?raw';
import november from './enavi202611(0000).csv?raw';

/** The day on which the example is looked at; its files do not grow older. */
export const EXAMPLE_DAY = '2026-11-22';

export function exampleFiles(): File[] {
  return [
    new File([october], 'enavi202610(0000).csv', { type: 'text/csv' }),
    new File([november], 'enavi202611(0000).csv', { type: 'text/csv' }),
    new File([orders], 'Order History.csv', { type: 'text/csv' }),
  ];
}
