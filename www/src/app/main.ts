//! Starts the sealed app: gets a channel to the host page, then shows the screens.

import { knock } from '../host/knock';
import { wholeDocument } from './place';
import { PortHost } from './port-host';
import { runScreens } from './run-screens';
import './app.css';
import './screens/app';

void knock().then((port) => {
  const app = document.createElement('mioboe-app');
  app.host = new PortHost(port, wholeDocument, runScreens);
  document.body.append(app);
});
