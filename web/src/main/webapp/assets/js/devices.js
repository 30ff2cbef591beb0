/* Which microphone, speaker and ringer the browser's phone uses, and how loud it rings. Kept in this browser. */
const KEPT = 'zongji-devices';
const USUAL = { microphone: '', speaker: '', ringer: '', volume: 0.5 };
const PROCESSING = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const listeners = new Set();

let chosen = { ...USUAL };
try { chosen = { ...USUAL, ...JSON.parse(localStorage.getItem(KEPT)) }; } catch { /* Somebody else's value: the usual devices then. */ }

export const choice = () => chosen;
/** Is told when another device was chosen. */
export function onChoice(listener) { listeners.add(listener); }

export function choose(changes) {
  chosen = { ...chosen, ...changes };
  localStorage.setItem(KEPT, JSON.stringify(chosen));
  listeners.forEach(listener => listener(chosen));
}

/** The chosen microphone; the usual one when it is unplugged. */
export const microphone = () => navigator.mediaDevices.getUserMedia({ audio: chosen.microphone ? { ...PROCESSING, deviceId: { ideal: chosen.microphone } } : PROCESSING });

/** Has an audio element, or an audio context, sound from a device; where the browser or the device cannot, from the usual one. */
export async function soundFrom(player, device) {
  try { await player.setSinkId?.(device); } catch { await player.setSinkId('').catch(() => {}); }
}

/** What there is: microphones and outputs. Names are known only once the microphone may be used. */
export async function available() {
  const all = await navigator.mediaDevices.enumerateDevices();
  const of = kind => all.filter(device => device.kind === kind && device.deviceId && device.deviceId !== 'default' && device.deviceId !== 'communications');
  return { inputs: of('audioinput'), outputs: of('audiooutput') };
}
