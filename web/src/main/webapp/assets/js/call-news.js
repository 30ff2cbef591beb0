/* A short notice at the lower right for whatever happens to one's own calls; beside the browser too, while its window is hidden. */
import { me, say, notice, dismiss, knows, language, customerOf, dialling, isAnnouncing, isConference } from './format.js';
import { board, onChange } from './line.js';

const RINGS = 'rings';
let known = null, beside = null;

const own = call => call.agent === me.id || call.legs.some(leg => leg.agent === me.id && !leg.ended);
const consulted = call => call.agent !== me.id && call.legs.some(leg => leg.agent === me.id && leg.role === 'colleague' && !leg.ended);
const seen = call => ({ stage: call.stage, agent: call.agent, paused: call.recordingPaused, dialling: dialling(call) && call.agent === me.id, announcing: isAnnouncing(call), conference: isConference(call), number: customerOf(call), consulted: consulted(call), internal: call.direction === 'INTERNAL' });

/** What to say of a call between two looks at it; null when nothing. */
function news(before, now) {
  // Who is handed a call has it before the own phone rings.
  const rings = now.stage === 'RINGING' && !now.dialling;
  if (!before) return now.consulted ? 'consulted' : rings ? RINGS : null;
  if (rings && now.agent === me.id && before.stage !== 'RINGING') return RINGS;
  if (before.agent !== me.id && now.agent === me.id) return 'transferred';
  if ((before.stage === 'RINGING' || before.dialling) && now.stage === 'TALKING') return 'answered';
  if (!before.announcing && now.announcing) return 'announcing';
  if (!before.conference && now.conference) return 'conference';
  // A colleague who is consulted has held nobody.
  if (now.agent === me.id && before.stage === 'TALKING' && now.stage === 'ON_HOLD') return 'held';
  if (now.agent === me.id && before.stage === 'ON_HOLD' && now.stage === 'TALKING') return 'retrieved';
  if (before.paused !== now.paused) return now.paused ? 'paused' : 'resumed';
  return null;
}

/** Why a call is gone may be known a moment after it is. */
const PATIENCE = 1500;
const leaving = new Map();

function gone(id, before) {
  if (before.consulted) { tell('consultOver', before.number); return; }
  dismiss(RINGS);
  const usual = before.stage === 'RINGING' && !before.dialling ? 'missed' : 'over';
  leaving.set(id, { ...before, usual, timer: setTimeout(() => { leaving.delete(id); tell(usual, before.number); }, PATIENCE) });
}

/** Words that tell the cause themselves. */
const SELF_TOLD = /^(missed|deflected|declined|released|intercepted)/;

/** What to say of an ending: who was in charge comes first. */
function words({ by, cause, who }, usual, internal) {
  if (by === 'deflected' || by === 'declined') return by;
  if (usual === 'missed') return usual;
  if (by === 'intercepted') return who ? 'intercepted' : 'intercepted.unnamed';
  if (cause === 'released') return who ? 'released' : 'released.unnamed';
  return { caller: internal ? 'otherLeft' : 'customerLeft', agent: 'hungUp', handedOver: 'handedOver' }[by] || 'over';
}

function tellEndings() {
  for (const [id, { number, internal, usual, timer }] of leaving) {
    const ending = board.endings.get(id);
    if (!ending) continue;
    clearTimeout(timer);
    leaving.delete(id);
    const what = words(ending, usual, internal);
    tell(what, number, SELF_TOLD.test(what) ? null : ending.cause, ending.who);
  }
}

/** A cause is told when it is not the usual one. */
function tell(what, number, cause, who) {
  const text = say('news.' + what, number || say('live.withheld'), who) + (cause ? ` · ${knows('cause.' + cause) ? say('cause.' + cause) : cause}` : '');
  if (what !== RINGS) dismiss(RINGS);
  beside?.close();
  beside = null;
  notice(text, what === 'missed' || Boolean(cause), what === RINGS ? RINGS : 'news', what === RINGS);
  if (!document.hidden || window.Notification?.permission !== 'granted') return;
  const note = beside = new Notification(text, { lang: language, tag: 'zongji-call', requireInteraction: what === RINGS });
  note.onclick = () => { window.focus(); note.close(); };
}

if (me) {
  onChange(() => {
    const now = new Map([...board.calls.values()].filter(own).map(call => [call.id, seen(call)]));
    if (known) {
      for (const [id, call] of now) { const what = news(known.get(id), call); if (what && knows('news.' + what)) tell(what, call.number); }
      for (const [id, call] of known) if (!now.has(id)) gone(id, call);
    }
    known = now;
    tellEndings();
  });
}
