/* Whether a call's voice finds its way between page and server. Signalling goes through where a network lets no UDP out: the call is answered then, and silent. */
import { notice, dismiss, say } from './format.js';

/** So long a way may take to be found; usual is less than one second. */
const PATIENCE_MS = 4000;

/** Whether a connection that had its time carries voice. */
export const carries = connection => connection.connectionState === 'connected';

/** Says so when there is no way, or none any more, until there is one again or the agent has put the words away. */
export function watchPath(connection) {
  let late = null;
  const tell = () => { if (connection.connectionState !== 'closed') notice(say('phone.noVoice'), true, 'voice', true); };
  const look = () => {
    clearTimeout(late);
    if (carries(connection)) dismiss('voice');
    else if (['disconnected', 'failed'].includes(connection.connectionState)) tell();
    else late = setTimeout(tell, PATIENCE_MS);
  };
  connection.addEventListener('connectionstatechange', look);
  look();
}
