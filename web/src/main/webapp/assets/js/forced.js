/* Who has just set the own state: told once in each page. */
import { me, say, notice } from './format.js';
import { board, onTold } from './line.js';
import { plan } from './planned.js';

const KEPT = 'zongji-forced';

onTold('forced', forced => {
  if (sessionStorage.getItem(KEPT) === forced.id) return;
  sessionStorage.setItem(KEPT, forced.id);
  if (forced.later || forced.withdrawn) plan(forced.state, board.agents.get(me.id), forced.id);
  // What only an administrator can change stays until it is read.
  notice(say(forced.withdrawn ? 'desk.forced.withdrawn' : `desk.forced.${forced.later ? 'later' : 'now'}.${forced.state}`, forced.by), true, 'forced', forced.withdrawn);
});
