/* Who has just set the own state: told once in each page. */
import { say, notice } from './format.js';
import { onTold } from './line.js';

const KEPT = 'zongji-forced';

onTold('forced', forced => {
  if (sessionStorage.getItem(KEPT) === forced.id) return;
  sessionStorage.setItem(KEPT, forced.id);
  // What only an administrator can change stays until it is read.
  notice(say(forced.refused ? 'desk.forced.restRefused' : forced.withdrawn ? 'desk.forced.withdrawn' : `desk.forced.${forced.later ? 'later' : 'now'}.${forced.state}`, forced.by), true, 'forced', forced.withdrawn);
});
