/* Whether a call's voice finds its way between page and server. Signalling goes through where a network lets no UDP out: the call is answered then, and silent. */

/** So long a way may take to be found; usual is less than one second. */
const PATIENCE_MS = 4000;

/** Whether a connection that had its time carries voice. */
export const carries = connection => connection.connectionState === 'connected';

/** Tells whether voice is lost: when there is no way, or none any more, and when there is one again. */
export function watchPath(connection, tell) {
  let late = null;
  const lost = () => { if (connection.connectionState !== 'closed') tell(true); };
  const look = () => {
    clearTimeout(late);
    if (carries(connection)) tell(false);
    else if (['disconnected', 'failed'].includes(connection.connectionState)) lost();
    else late = setTimeout(lost, PATIENCE_MS);
  };
  connection.addEventListener('connectionstatechange', look);
  look();
}
