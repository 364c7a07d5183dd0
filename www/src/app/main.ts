//! Starts the sealed app: gets a channel to the host page, then shows the screens.

import { knock } from '../host/knock';
import { SealedHost } from './sealed-host';
import './app.css';
import './screens/app';

void knock().then((port) => {
  const app = document.createElement('mioboe-app');
  app.host = new SealedHost(port);
  document.body.append(app);
});
