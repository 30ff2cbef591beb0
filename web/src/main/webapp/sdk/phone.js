/* The page as the agent's phone: JsSIP over the portal's own address, registered by one-time keys. A call that was going on when the page was
   left is offered again by the server, and is answered at once. */
import JsSIP from './jssip.js';
import { Bell } from './bell.js';

const MEDIA = { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } };
const RESUMES = 'X-Zongji-Resumes';
const ANSWER_MODE = 'Answer-Mode';
const RETRY_MS = 2000;

/** Tells of every change of its state: connecting, ready, ringing, talking, lost, off. */
export class Phone {
  #key;
  #changed;
  #agent = null;
  #session = null;
  #sound = new Audio();
  #bell = new Bell();
  #retry = null;
  state = 'connecting';
  from = '';

  constructor(server, token, ask, changed) {
    this.#changed = changed;
    this.#key = () => ask('/me/phone');
    this.#sound.autoplay = true;
    this.#start(server, token);
  }

  get rings() { return this.state === 'ringing'; }

  async #start(server, token) {
    const key = await this.#try();
    if (!key || this.state === 'off') return;
    const address = new URL(`${server}/sip`);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const agent = this.#agent = new JsSIP.UA({
      sockets: [new TokenSocket(address.href, token)], uri: `sip:${key.extension}@${address.hostname}`,
      register: false, session_timers: false, connection_recovery_min_interval: 1, connection_recovery_max_interval: 4,
    });
    agent.on('connected', () => this.#register());
    agent.on('disconnected', () => { if (!this.#session) this.#become('lost'); });
    agent.on('registered', () => { if (!this.#session) this.#become('ready'); });
    agent.on('registrationExpiring', () => this.#register());
    agent.on('registrationFailed', () => { if (!this.#session) this.#become('lost'); this.#later(() => this.#register()); });
    agent.on('newRTCSession', ({ session, request }) => this.#called(session, request));
    agent.start();
  }

  /** A key begins one registration; the next needs another. */
  async #register() {
    const key = await this.#try();
    if (!key || !this.#agent?.isConnected()) return;
    this.#agent.set('authorization_user', key.user);
    this.#agent.set('realm', key.realm);
    this.#agent.set('ha1', key.secret);
    this.#agent.registrator().register();
  }

  async #try() {
    while (this.state !== 'off') {
      try { return await this.#key(); } catch { this.#become('lost'); }
      await new Promise(done => setTimeout(done, RETRY_MS));
    }
    return null;
  }

  #later(what) { clearTimeout(this.#retry); this.#retry = setTimeout(what, RETRY_MS); }

  #called(session, request) {
    const resumes = request.getHeader(RESUMES);
    if (session.direction !== 'incoming' || this.#session && !resumes) { session.terminate({ status_code: 486 }); return; }
    this.#session = session;
    this.from = session.remote_identity.display_name || session.remote_identity.uri.user;
    session.on('peerconnection', ({ peerconnection }) => peerconnection.addEventListener('track', event => {
      this.#sound.srcObject = new MediaStream([event.track]);
      this.#sound.play().catch(() => document.addEventListener('click', () => this.#sound.play(), { once: true }));
    }));
    session.on('confirmed', () => { if (session === this.#session) this.#become('talking'); });
    const over = () => { if (session === this.#session) { this.#session = null; this.#sound.srcObject = null; this.#become(this.#agent?.isRegistered() ? 'ready' : 'lost'); } };
    session.on('ended', over);
    session.on('failed', over);
    if (resumes) this.answer();
    else if (request.getHeader(ANSWER_MODE) === 'Auto') { this.#bell.warn(); this.answer(); }
    else { this.#become('ringing'); this.#bell.ring(); }
  }

  async answer() {
    const session = this.#session;
    if (!session || session.isEstablished()) return;
    const mediaStream = await navigator.mediaDevices.getUserMedia(MEDIA);
    const stop = () => mediaStream.getTracks().forEach(track => track.stop());
    if (session.isEnded()) { stop(); return; }
    session.on('ended', stop);
    session.on('failed', stop);
    session.answer({ mediaStream, pcConfig: { iceServers: [] } });
  }

  async hangUp() { if (this.#session && !this.#session.isEnded()) this.#session.terminate(this.rings ? { status_code: 486 } : {}); }

  /** The page is no phone any more. */
  stop() {
    clearTimeout(this.#retry);
    this.#agent?.stop();
    this.#agent = null;
    this.#session = null;
    this.#become('off');
  }

  #become(state) {
    if (state !== 'ringing') this.#bell.quiet();
    if (this.state !== state) { this.state = state; this.#changed(); }
  }
}

/** A WebSocket as JsSIP wants it, which shows the token beside the protocol. */
class TokenSocket {
  #token;
  #socket = null;
  constructor(url, token) { this.url = url; this.#token = token; this.via_transport = new URL(url).protocol.slice(0, -1); this.sip_uri = `sip:${new URL(url).host};transport=ws`; }
  connect() {
    if (this.isConnected()) { this.onconnect(); return; }
    if (this.isConnecting()) return;
    const socket = this.#socket = new WebSocket(this.url, ['sip', `bearer.${this.#token}`]);
    socket.onopen = () => this.onconnect();
    socket.onclose = ({ code, reason, wasClean }) => { if (socket === this.#socket) this.ondisconnect(!wasClean, code, reason); };
    socket.onmessage = ({ data }) => this.ondata(data);
  }
  disconnect() { const socket = this.#socket; this.#socket = null; if (socket) { socket.onclose = null; socket.close(); } }
  send(message) { if (!this.isConnected()) return false; this.#socket.send(message); return true; }
  isConnected() { return this.#socket?.readyState === WebSocket.OPEN; }
  isConnecting() { return this.#socket?.readyState === WebSocket.CONNECTING; }
}
