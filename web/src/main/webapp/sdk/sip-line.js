/* The line of a page that is a phone: SIP over a WebSocket of the portal, registered by one-time keys, and back by itself. */
import JsSIP from './jssip.js';

const RETRY_MS = 2000;
const ANSWER_MS = 4000;

export class SipLine {
  #agent;
  #socket;
  #key;
  #told;
  #retry = null;
  #stopped = false;
  /** What relays voice where nothing else gets through, for connections that are made from now on: as of the last key. */
  iceServers = [];

  /**
   * @param way server: address of the portal; extension; instance: names the page, also after a reload; token: of who is not signed in at the portal;
   *   key: promises the key of one registration, each needs another
   * @param told state: ready or lost; called: a session of JsSIP and its request
   */
  constructor({ server, extension, instance, token, key }, told) {
    this.#key = key;
    this.#told = told;
    const address = new URL(`${server}/sip`, location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    this.#socket = new Socket(address.href, token);
    const agent = this.#agent = new JsSIP.UA({
      sockets: [this.#socket], uri: `sip:${extension}@${address.hostname}`, ...(instance ? { instance_id: instance } : {}),
      register: false, session_timers: false, connection_recovery_min_interval: 1, connection_recovery_max_interval: 4,
    });
    agent.on('connected', () => this.#register());
    agent.on('disconnected', () => this.#tell('lost'));
    agent.on('registered', () => this.#tell('ready'));
    agent.on('registrationExpiring', () => this.#register());
    agent.on('registrationFailed', () => { this.#tell('lost'); this.#later(); });
    agent.on('newRTCSession', ({ session, request }) => this.#told.called(session, request));
    agent.start();
  }

  get registered() { return !this.#stopped && this.#agent.isRegistered(); }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#retry);
    this.#agent.stop();
  }

  /**
   * The page was cut off for a while, as when a router at home gets another address. The phone's own line, which nothing goes over for a minute,
   * may be dead since: it would be found out too late for the call that goes on, and for the next one.
   */
  async check() {
    const agent = this.#agent;
    if (this.#stopped || !agent.isConnected()) return;
    const before = this.#socket.opened, asked = Date.now();
    setTimeout(() => {
      if (this.#stopped || this.#socket.opened !== before || this.#socket.heard > asked) return;
      agent.transport.disconnect();
      agent.transport.connect();
    }, ANSWER_MS);
    this.#register();
  }

  async #register() {
    const key = await this.#key().catch(() => null), agent = this.#agent;
    if (this.#stopped || !agent.isConnected()) return;
    if (!key) {
      if (!this.registered) this.#tell('lost');
      this.#later();
      return;
    }
    this.iceServers = key.iceServers;
    agent.set('authorization_user', key.user);
    agent.set('realm', key.realm);
    agent.set('ha1', key.secret);
    agent.registrator().register();
  }

  #later() { clearTimeout(this.#retry); this.#retry = setTimeout(() => this.#register(), RETRY_MS); }

  #tell(state) { if (!this.#stopped) this.#told.state(state); }
}

/** A WebSocket as JsSIP wants it, which shows the token beside the protocol, and knows when something was heard. */
class Socket {
  #protocols;
  #socket = null;
  /** How often it was opened, and when the last message came. */
  opened = 0;
  heard = 0;
  constructor(url, token) { this.url = url; this.#protocols = token ? ['sip', `bearer.${token}`] : ['sip']; this.via_transport = new URL(url).protocol.slice(0, -1); this.sip_uri = `sip:${new URL(url).host};transport=ws`; }
  connect() {
    if (this.isConnected()) { this.onconnect(); return; }
    if (this.isConnecting()) return;
    const socket = this.#socket = new WebSocket(this.url, this.#protocols);
    this.opened++;
    socket.onopen = () => { if (socket === this.#socket) this.onconnect(); };
    socket.onclose = ({ code, reason, wasClean }) => { if (socket === this.#socket) this.ondisconnect(!wasClean, code, reason); };
    socket.onmessage = ({ data }) => { if (socket === this.#socket) { this.heard = Date.now(); this.ondata(data); } };
  }
  disconnect() { const socket = this.#socket; this.#socket = null; socket?.close(); }
  send(message) { if (!this.isConnected()) return false; this.#socket.send(message); return true; }
  isConnected() { return this.#socket?.readyState === WebSocket.OPEN; }
  isConnecting() { return this.#socket?.readyState === WebSocket.CONNECTING; }
}
