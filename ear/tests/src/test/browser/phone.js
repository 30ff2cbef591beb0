// A phone in a page: registers over WebSocket, calls and is called, and measures what it hears.
import * as JsSIP from 'jssip';

const audio = new AudioContext();
const state = { registered: false, call: 'none', cause: null };
let agent = null;
let session = null;
let analyser = null;

// Without what would take a steady tone for noise.
function microphone() {
  return navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  });
}

function listen(track) {
  const stream = new MediaStream([track]);
  // Chromium only decodes a remote track that some element plays.
  const element = new Audio();
  element.srcObject = stream;
  element.muted = true;
  element.play();
  analyser = audio.createAnalyser();
  analyser.fftSize = 8192;
  analyser.smoothingTimeConstant = 0;
  audio.createMediaStreamSource(stream).connect(analyser);
}

function follow(added) {
  session = added;
  state.call = added.direction === 'incoming' ? 'ringing' : 'calling';
  added.on('accepted', () => { state.call = 'accepted'; });
  added.on('confirmed', () => { state.call = 'talking'; });
  added.on('ended', (end) => { state.call = 'ended'; state.cause = end.cause; });
  added.on('failed', (end) => { state.call = 'ended'; state.cause = end.cause; });
  const watch = (connection) => connection.addEventListener('track', (event) => listen(event.track));
  if (added.connection) {
    watch(added.connection);
  } else {
    added.on('peerconnection', (made) => watch(made.peerconnection));
  }
}

window.phone = {
  state,

  register(url, user, password, host) {
    agent = new JsSIP.UA({
      sockets: [new JsSIP.WebSocketInterface(url)],
      uri: `sip:${user}@${host}`,
      password,
      session_timers: false,
    });
    agent.on('registered', () => { state.registered = true; });
    agent.on('unregistered', () => { state.registered = false; });
    agent.on('registrationFailed', (failure) => { state.cause = failure.cause; });
    agent.on('newRTCSession', (event) => follow(event.session));
    agent.start();
  },

  async call(number) {
    agent.call(number, { mediaStream: await microphone(), pcConfig: { iceServers: [] } });
  },

  async answer() {
    session.answer({ mediaStream: await microphone(), pcConfig: { iceServers: [] } });
  },

  digits(text) {
    session.sendDTMF(text, { transportType: 'RFC2833', duration: 120, interToneGap: 80 });
  },

  hangUp() {
    session.terminate();
  },

  unregister() {
    agent.stop();
  },

  // The loudest frequency heard now, in hertz; 0 if there is none to speak of.
  loudest() {
    if (!analyser) {
      return 0;
    }
    const bins = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(bins);
    let best = 0;
    for (let i = 1; i < bins.length; i++) {
      if (bins[i] > bins[best]) {
        best = i;
      }
    }
    return bins[best] > -60 ? best * audio.sampleRate / analyser.fftSize : 0;
  },

  // What the browser itself counts.
  async statistics() {
    const found = { received: 0, lost: 0, sent: 0, codec: null, srtp: null, dtls: null };
    const report = await session.connection.getStats();
    report.forEach((entry) => {
      if (entry.type === 'inbound-rtp' && entry.kind === 'audio') {
        found.received = entry.packetsReceived;
        found.lost = entry.packetsLost;
          found.codec = report.get(entry.codecId)?.mimeType;
      } else if (entry.type === 'outbound-rtp' && entry.kind === 'audio') {
        found.sent = entry.packetsSent;
      } else if (entry.type === 'transport') {
        found.srtp = entry.srtpCipher;
        found.dtls = entry.dtlsState;
      }
    });
    return found;
  },
};
