/* Who has just set the own state: told once in each page. */
import { say, notice } from './format.js';
import { onTold } from './line.js';

const KEPT = 'zongji-forced';

onTold('forced', forced => {
  if (sessionStorage.getItem(KEPT) === forced.id) return;
  sessionStorage.setItem(KEPT, forced.id);
  // What only an administrator can change stays until it is read.
  const when = forced.later ? 'later' : 'now';
  const words = { SET: `${when}.${forced.state}`, WITHDRAWN: 'withdrawn', REST_ALLOWED: `restAllowed.${when}`, REST_REFUSED: 'restRefused' }[forced.deed];
  notice(say('desk.forced.' + words, forced.by), forced.deed !== 'REST_ALLOWED', 'forced', forced.deed === 'WITHDRAWN');
});
