// Starts the page.
import { listen } from './frames.js';
import { loadConnection } from './connection.js';
import { refresh } from './registry.js';

let due = null;
listen(() => { due ??= setTimeout(() => { due = null; refresh(); }, 100); });
loadConnection();
