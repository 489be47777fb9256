import { render } from 'preact';
import type { PageStart } from '../src/app/rpc';
import { App } from './app';
import { setTimeZone } from './format';
import { setLanguage } from './language';

const start = JSON.parse(document.body.dataset.start ?? '') as PageStart;
setLanguage(start.language);
setTimeZone(start.timeZone);
const place = document.getElementById('app');
if (place) render(<App start={start} />, place);
