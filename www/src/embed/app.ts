//! Starts the sealed app in a widget's frame.

import { knock } from '../host/knock';
import { nothingCovered, type Place, wholeDocument } from '../app/place';
import { runScreens } from '../app/run-screens';
import '../app/app.css';
import { showAsWanted } from './show';

void knock().then((port) => {
  const place: Place = {
    ...wholeDocument,
    ...nothingCovered,
    toTop: () => {
      wholeDocument.toTop();
      void port.call('toSite', { type: 'top' });
    },
  };
  showAsWanted(port, place, document.body, runScreens);
});
