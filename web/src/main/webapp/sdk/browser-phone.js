/* A page as an agent's phone: what the portal's own pages and those of other applications have in common. A call that was going on when the page was
   left is offered again by the server, and is answered at once. */
import { SipLine } from './sip-line.js';
import { watchPath } from './voice-path.js';

const RESUMES = 'X-Zongji-Resumes';
const ANSWER_MODE = 'Answer-Mode';

/** Who extends it lets hear and be heard: bell, microphone() and hears(track), and is told by become, talks, voice and over. */
export class BrowserPhone {
  #line = null;
  #session = null;
  /** off, connecting, ready, lost, ringing or talking. */
  state = 'off';
  /** Name or number of who calls. */
  from = '';

  /** The call that rings or goes on, of JsSIP; null without one. */
  get session() { return this.#session; }

  get rings() { return this.state === 'ringing'; }

  /** @param way of SipLine */
  connect(way) {
    this.become('connecting');
    this.#line = new SipLine(way, { state: state => { if (!this.#session) this.become(state); }, called: (session, request) => this.#called(session, request) });
  }

  disconnect() {
    const line = this.#line;
    this.#line = null;
    line?.stop();
    this.idle('off');
  }

  /** The page was cut off for a while. */
  checkLine() { this.#line?.check(); }

  #called(session, request) {
    const resumes = Boolean(request.getHeader(RESUMES)), before = this.#session;
    if (session.direction !== 'incoming' || before && !resumes) { session.terminate({ status_code: 486 }); return; }
    this.#session = session;
    this.from = session.remote_identity.display_name || session.remote_identity.uri.user;
    session.on('peerconnection', ({ peerconnection }) => peerconnection.addEventListener('track', event => this.hears(event.track)));
    // The server finds out by itself where the page is: nobody waits for a relay that may not be there.
    session.on('icecandidate', ({ ready }) => ready());
    session.on('confirmed', () => { if (session === this.#session) this.#talk(resumes); });
    const over = () => {
      if (session !== this.#session) return;
      this.idle(this.#line?.registered ? 'ready' : 'lost');
      this.over();
    };
    session.on('ended', over);
    session.on('failed', over);
    // The server has given up the dialog that it replaces.
    if (before && !before.isEnded()) before.terminate();
    const byItself = () => this.answer().catch(() => {});
    if (resumes) byItself();
    else if (request.getHeader(ANSWER_MODE) === 'Auto') { this.bell.warn(); byItself(); }
    else { this.become('ringing'); this.bell.ring(); }
  }

  #talk(again) {
    const session = this.#session;
    watchPath(session.connection, lost => { if (session === this.#session) this.voice(lost); });
    this.talks(again);
    this.become('talking');
  }

  /** Rejects, and ends the call, where there is no microphone. */
  async answer() {
    const session = this.#session;
    if (!session || session.isEstablished()) return;
    this.bell.quiet();
    try {
      const mediaStream = await this.microphone();
      if (session.isEnded()) { silence(mediaStream); return; }
      session.on('ended', () => silence(mediaStream));
      session.on('failed', () => silence(mediaStream));
      session.answer({ mediaStream, pcConfig: { iceServers: this.#line?.iceServers ?? [] } });
    } catch (error) {
      if (!session.isEnded()) session.terminate({ status_code: 480 });
      throw error;
    }
  }

  async hangUp() { if (this.#session && !this.#session.isEnded()) this.#session.terminate(this.rings ? { status_code: 603 } : {}); }

  idle(state) {
    this.#session = null;
    this.bell.quiet();
    this.become(state);
  }

  become(state) { this.state = state; }

  /** @param again whether it is a call that went on before the page was left */
  talks(again) { return again; }

  /** @param lost whether the call is silent, as no voice gets through; told again when that changes */
  voice(lost) { return lost; }

  over() {}
}

/** Ends what a microphone gives. */
export function silence(stream) { stream.getTracks().forEach(track => track.stop()); }
