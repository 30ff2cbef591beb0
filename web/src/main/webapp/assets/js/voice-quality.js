/* How the audio of a browser's call travels, in figures and in words. */
import { carries } from '../../sdk/voice-path.js';

const EVERY_MS = 2000;
const GOOD = { roundTrip: 150, loss: 1 }, FAIR = { roundTrip: 300, loss: 3 };
let last = null;

/** Good, fair or poor: what a person would say who had to talk over it; none where there is no way for voice. */
export function wordFor({ roundTrip, loss, lost }) {
  if (lost) return 'none';
  const within = limit => (roundTrip ?? 0) <= limit.roundTrip && (loss ?? 0) <= limit.loss;
  return within(GOOD) ? 'good' : within(FAIR) ? 'fair' : 'poor';
}

/** The figures of the call that goes on, or of the last one: milliseconds and per cent, and whether its voice is lost; null before the first. */
export const lastCall = () => last;

/** Looks every two seconds until the connection is closed. */
export function watch(connection) {
  const look = setInterval(async () => {
    if (connection.connectionState === 'closed') { clearInterval(look); return; }
    const figures = { loss: null, jitter: null, roundTrip: null, lost: !carries(connection) };
    for (const one of (await connection.getStats()).values()) {
      if (one.type === 'inbound-rtp' && one.kind === 'audio') {
        const all = one.packetsReceived + one.packetsLost;
        figures.loss = all ? Math.max(0, 100 * one.packetsLost / all) : 0;
        figures.jitter = 1000 * one.jitter;
      } else if (one.type === 'remote-inbound-rtp' && one.roundTripTime !== undefined) figures.roundTrip = 1000 * one.roundTripTime;
      else if (one.type === 'candidate-pair' && one.nominated && figures.roundTrip === null && one.currentRoundTripTime !== undefined) figures.roundTrip = 1000 * one.currentRoundTripTime;
    }
    last = figures;
  }, EVERY_MS);
}
